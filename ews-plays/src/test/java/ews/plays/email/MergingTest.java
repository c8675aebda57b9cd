package ews.plays.email;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.play.RunId;
import ews.plays.run.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class MergingTest extends AtAcme {

    @Autowired
    private Merging merging;

    @Autowired
    private Runs runs;

    @Autowired
    private Templates templates;

    private Merged merged(String body, List<Contact> to) {
        return merging.merge(new Template("t", "T", "S", body, 1), account, to, null, csm);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {{contact.first_name}};       Ann
                    {{contact.role}};             Buyer
                    {{account.name}};             Acme
                    {{account.plan|no plan}};     no plan
                    {{account.arr}};              12,000 EUR
                    {{account.renewal_date}};     19 December 2026
                    {{account.days_to_renewal}};  30
                    {{csm.first_name}};           Carla
                    {{sender.email}};             carla@example.com
                    {{metric.tenure}};            322 days
                    {{metric.active_users|few}};  few
                    {{run.reason|no run}};        no run
                    """)
    void fieldsAreTakenFromWhatIsKnown(String text, String expected) {
        account("annual_value", "12000");
        account("currency", "EUR");
        account("renewal_on", "2026-12-19");

        assertThat(merged(text, List.of(ann)).text()).isEqualTo(expected);
    }

    @Test
    void severalContactsAreAddressedTogetherUnlessANameIsMissing() {
        Contact unnamed = person("x", "{\"email\": \"x@acme.example\"}");

        assertThat(merged("{{contact.first_name|all}}", List.of(ann, ben)).text())
                .isEqualTo("Ann and Bén");
        assertThat(merged("{{contact.first_name|all}}", List.of(ann, ben, unnamed))
                        .text())
                .isEqualTo("all");
        assertThat(merged("{{contact.role|all}}", List.of(ann, ben)).text()).isEqualTo("all");
    }

    @Test
    void aRunTellsItsPlayAndReason() {
        RunId run = runs.start(account, given.playWithTasks(1), null, "It is time.", actor)
                .id();

        assertThat(merging.merge(
                        new Template("t", "T", "{{run.reason}}", "{{alert.title|none}}", 1),
                        account,
                        List.of(),
                        run,
                        null))
                .extracting(Merged::subject, Merged::text)
                .containsExactly("It is time.", "none");
    }

    @Test
    void whatIsMissingIsListed() {
        assertThat(merged("{{account.plan}} {{contact.role}} {{contact.name}}", List.of(ann))
                        .missing())
                .containsExactly("{{account.plan}}");
    }

    @Test
    void valuesAreNeitherLayoutNorHtml() {
        account("name", "*A* <b> & Co");

        Merged merged = merged("At {{account.name}}, *here*", List.of());

        assertThat(merged.text()).isEqualTo("At *A* <b> & Co, *here*");
        assertThat(merged.html()).isEqualTo("<p>At *A* &lt;b&gt; &amp; Co, <em>here</em></p>\n");
    }

    @Test
    void theStarterTemplatesNeedNothingButAnAccount() {
        assertThat(templates.all()).isNotEmpty().allSatisfy(template -> {
            Merged merged = merging.merge(template, account, List.of(), null, null);
            assertThat(merged.missing()).isEmpty();
            assertThat(merged.subject() + merged.text()).doesNotContain("{{");
        });
    }
}
