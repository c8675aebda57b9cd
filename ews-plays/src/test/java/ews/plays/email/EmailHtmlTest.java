package ews.plays.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailHtmlTest {

    @Test
    void paragraphsLinesAndListsStayWhatTheyAre() {
        assertThat(EmailHtml.of("Hi Ann,\n\none\ntwo\n\n- first\n- second\n\nBest\nCarla"))
                .isEqualTo("""
                        <p>Hi Ann,</p>
                        <p>one<br>
                        two</p>
                        <ul>
                        <li>first</li>
                        <li>second</li>
                        </ul>
                        <p>Best<br>
                        Carla</p>
                        """);
    }

    @Test
    void addressesBecomeLinks() {
        assertThat(EmailHtml.of("See https://example.com/a?b=1&c=2."))
                .isEqualTo(
                        "<p>See <a rel=\"nofollow\" href=\"https://example.com/a?b=1&amp;c=2\">https://example.com/a?b=1&amp;c=2</a>.</p>\n");
    }

    @Test
    void htmlReadsAsItWasWritten() {
        assertThat(EmailHtml.of("<script>alert(1)</script> & <b>so</b>\n\n<div>x</div>"))
                .isEqualTo("""
                        <p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;so&lt;/b&gt;</p>
                        <p>&lt;div&gt;x&lt;/div&gt;</p>
                        """);
    }

    @Test
    void linksLeadNowhereDangerous() {
        assertThat(EmailHtml.of("[here](javascript:alert(1))")).doesNotContain("javascript");
    }

    @Test
    void imagesBecomeLinksSoThatNothingTellsWhoOpened() {
        assertThat(EmailHtml.of("![logo](https://example.com/pixel.png)"))
                .isEqualTo("<p><a rel=\"nofollow\" href=\"https://example.com/pixel.png\">logo</a></p>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'# One', '# One'",
        "> said, &gt; said",
        "'    indented', indented",
        "---, ---",
        "'Line\n===', 'Line<br>\n==='",
        "1 * 2 * 3 and snake_case_too, 1 * 2 * 3 and snake_case_too"
    })
    void whatOtherTextsUseForLayoutIsText(String text, String html) {
        assertThat(EmailHtml.of(text)).isEqualTo("<p>%s</p>\n".formatted(html));
    }

    @Test
    void aValueReadsAsItIs() {
        String value = "*A* [b](http://c.example) <d> & #1_2_";

        assertThat(EmailHtml.of("At " + EmailHtml.literally(value)))
                .contains("*A* [b](", "&lt;d&gt; &amp; #1_2_")
                .doesNotContain("<em>");
    }
}
