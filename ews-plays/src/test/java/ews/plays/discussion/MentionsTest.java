package ews.plays.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

    private static final Member ANN = member(1, "Ann", "ann@example.com");
    private static final Member ANN_LEE = member(2, "Ann Lee", "a.lee@example.com");
    private static final Member ZOE = member(3, "Zoë Ölund", "zoe@example.com");

    private final Mentions mentions = new Mentions(List.of(ANN, ANN_LEE, ZOE));

    private static Member member(long id, String name, String email) {
        return new Member(new MemberId(id), email, name, Role.CSM, true, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Ann please call.           | 1
            Please call, @ann.          | 1
            (@ANN)                      | 1
            @Ann Lee please call.       | 2
            @a.lee knows.               | 2
            @a.lee@example.com knows.   | 2
            Ask @zoë ölund!             | 3
            Ask @zoe, she knows.        | 3
            @ann@example.com            | 1
            """)
    void aNameAnAddressOrTheStartOfAnAddressMentions(String text, long member) {
        assertThat(mentions.membersIn(text)).containsExactly(new MemberId(member));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ann should know.
            @Annabel is not Ann.
            Write to sales@ann please.
            @ann.lee is nobody.
            @ Ann
            @
            """)
    void otherTextMentionsNobody(String text) {
        assertThat(mentions.membersIn(text)).isEmpty();
    }

    @Test
    void severalAreMentionedInTheirOrderAndEachOnce() {
        assertThat(mentions.membersIn("@zoe and @Ann, then @Zoë Ölund again")).containsExactly(ZOE.id(), ANN.id());
    }

    @Test
    void theirPlacesIncludeTheSign() {
        String text = "Hello @Ann Lee, hello";

        assertThat(mentions.in(text))
                .singleElement()
                .satisfies(
                        it -> assertThat(text.substring(it.start(), it.end())).isEqualTo("@Ann Lee"));
    }

    @Test
    void twoOfTheSameNameAreBothMeant() {
        Member other = member(4, "Ann", "ann2@example.com");

        assertThat(new Mentions(List.of(ANN, other)).membersIn("@Ann")).containsExactly(ANN.id(), other.id());
    }
}
