package ews.plays.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.TransitionRefused;
import ews.plays.AccountOfCarla;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TemplatesTest extends AccountOfCarla {

    private static final Template HELLO = new Template("hello", "Hello", "Hello {{account.name}}", "Hi.\r\nBye.", 0);

    @Autowired
    private Templates templates;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void onlyStarters() {
        jdbc.sql("delete from email_template where key in ('hello', 'hello-2')").update();
    }

    @Test
    void thereAreTemplatesForTheSituationsOfTheStarterPlays() {
        assertThat(templates.all())
                .extracting(Template::key)
                .contains(
                        "usage-decline",
                        "low-adoption",
                        "onboarding-welcome",
                        "renewal-review",
                        "invoice-overdue",
                        "champion-left",
                        "expansion",
                        "win-back");
    }

    @Test
    void aChangeIsAVersionWithItsReason() {
        Template first = templates.save(HELLO, "New", actor);
        Template second = templates.save(
                new Template("hello", "Hello", "Hello!", first.body(), first.version()), "Shorter", actor);

        assertThat(first.body()).isEqualTo("Hi.\nBye.");
        assertThat(second.version()).isEqualTo(2);
        assertThat(templates.versions("hello"))
                .extracting(it -> it.template().subject(), TemplateVersion::reason, TemplateVersion::author)
                .containsExactly(tuple("Hello!", "Shorter", "Carla"), tuple("Hello {{account.name}}", "New", "Carla"));
        assertThat(given.auditedActions()).containsExactly("template.saved", "template.saved");
    }

    @Test
    void whatHasNotChangedStaysAtItsVersion() {
        Template first = templates.save(HELLO, "New", actor);

        assertThat(templates.save(first, "Again", actor)).isEqualTo(first);
        assertThat(templates.versions("hello")).hasSize(1);
    }

    @Test
    void anOlderVersionIsNotSavedOverANewerOne() {
        Template first = templates.save(HELLO, "New", actor);
        templates.save(new Template("hello", "Hello", "Two", "Two", 1), "Second", actor);

        assertThatThrownBy(() -> templates.save(
                        new Template("hello", "Hello", "Three", "Three", first.version()), "Third", actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessageContaining("is at version 2, and you edited version 1");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatExceptionOfType(InvalidTemplate.class)
                .isThrownBy(() -> templates.save(
                        new Template("Hello!", "", "Hi {{account.nmae}}", "{{contact.name", 0), "New", actor))
                .satisfies(it -> assertThat(it.problems())
                        .hasSize(5)
                        .anyMatch(problem -> problem.contains("not \"Hello!\""))
                        .contains("The name is missing: please write it.", "There is no merge field \"account.nmae\".")
                        .last()
                        .asString()
                        .contains("There are contact.first_name", "metric.active_users"));
    }

    @Test
    void twoTemplatesHaveTwoNames() {
        templates.save(HELLO, "New", actor);

        assertThatThrownBy(() -> templates.save(new Template("hello-2", "Hello", "S", "T", 0), "New", actor))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessage("Another template has the name \"Hello\".");
        assertThat(List.of(templates.keyFor("Hello"), templates.keyFor("New"))).containsExactly("hello-2", "new-2");
    }
}
