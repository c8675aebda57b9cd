package ews.dashboard.templates;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TemplatePagesTest extends FormTest {

    private static final String PAGE = "/templates/sponsor-left";
    private static final String EDIT = PAGE + "/edit";

    private static final String[] SPONSOR = {
        "name",
        "Sponsor left",
        "subject",
        "Who follows at {{account.name}}?",
        "body",
        "Hi {{contact.first_name|there}},\r\n\r\nwho decides now?"
    };

    @Autowired
    private Templates templates;

    @AfterEach
    void onlyTheStarterTemplates() {
        jdbc.sql("delete from email_template where key like 'sponsor-left%'").update();
    }

    private Template saved() {
        return templates.withKey("sponsor-left").orElseThrow();
    }

    private void ann(long account) {
        jdbc.sql("""
                        insert into account_user (account_id, key, attributes)
                        values (:account, 'ann', '{"name": "Ann Lee", "email": "ann@acme.example"}')
                        """).param("account", account).update();
    }

    @Test
    void everybodyReadsTheTemplatesAndTheirText() {
        Member csm = joined("Chloe Tan", Role.CSM);

        assertThat(html(getAs(csm, "/plays"))).contains("href=\"/templates\"");
        assertThat(html(getAs(csm, "/templates"))).contains("Usage has fallen").doesNotContain("Write a template");
        assertThat(html(getAs(csm, "/templates/usage-decline")))
                .contains("Hi {{contact.first_name|there}},", "Starter template")
                .doesNotContain("/edit");
        assertThat(get("/templates/nothing")).hasStatus(404);
    }

    @Test
    void aTemplateIsWrittenAndCanBeRead() {
        assertThat(html(get("/templates"))).contains("href=\"/templates/new\"");

        String page = follow(post("/templates/new", SPONSOR));

        assertThat(page).contains("Sponsor left was saved", "who decides now?", "New template");
        assertThat(saved().body()).isEqualTo("Hi {{contact.first_name|there}},\n\nwho decides now?");
        assertThat(audited()).containsExactly("template.saved");
    }

    @Test
    void whatIsWrongIsMarkedAndWhatWasTypedStays() {
        String page = html(post(
                "/templates/new", "name", "", "subject", "To {{contact.frist_name}}", "body", "Hi {{contact.name"));

        assertThat(page)
                .contains("Nothing was changed yet", "Please fill this in.", "value=\"To {{contact.frist_name}}\"")
                .contains("There is no merge field &quot;contact.frist_name&quot;.", "There are contact.first_name")
                .contains("A merge field is not closed");
        assertThat(page).containsPattern("(?s)<textarea[^>]*name=\"body\"[^>]*>Hi \\{\\{contact.name</textarea>");
        assertThat(templates.withKey("template")).isEmpty();
    }

    @Test
    void aNameThatAnotherTemplateHasIsRefused() {
        post("/templates/new", SPONSOR);

        assertThat(html(post("/templates/new", SPONSOR)))
                .contains("Another template has the name &quot;Sponsor left&quot;.");
    }

    @Test
    void theNextVersionSaysWhatChangedAndWhy() {
        follow(post("/templates/new", SPONSOR));

        String page = follow(post(
                EDIT,
                "name",
                "Sponsor left",
                "subject",
                "Who follows?",
                "body",
                "Hi {{contact.first_name|there}},\n\nwho leads the project now?",
                "reason",
                "Too blunt",
                "seen",
                "1"));

        assertThat(page)
                .contains("Sponsor left was saved as version 2.", "Too blunt", "Begin with version 1")
                .contains("<del>Who follows at {{account.name}}?</del>", "<ins>Who follows?</ins>")
                .contains("<del>who decides now?</del>", "<ins>who leads the project now?</ins>");
    }

    @Test
    void aChangeNeedsAReason() {
        post("/templates/new", SPONSOR);

        assertThat(html(post(EDIT, "name", "Sponsor left", "subject", "Who?", "body", "Hi.", "seen", "1")))
                .contains("Please fill this in.", "value=\"Who?\"");
        assertThat(saved().version()).isEqualTo(1);
    }

    @Test
    void anOlderVersionIsBegunWith() {
        post("/templates/new", SPONSOR);
        post(EDIT, "name", "Sponsor left", "subject", "Who?", "body", "Hi.", "reason", "Shorter", "seen", "1");

        assertThat(html(get(EDIT + "?version=1")))
                .contains("This is what version 1 said.", "who decides now?", "name=\"seen\" value=\"2\"");
        assertThat(get(EDIT + "?version=7")).hasStatus(404);
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsShownAndNothingIsLost() {
        post("/templates/new", SPONSOR);
        post(EDIT, "name", "Sponsor left", "subject", "Who?", "body", "Hi.", "reason", "Shorter", "seen", "1");

        String page = html(post(
                EDIT,
                "name",
                "Sponsor left",
                "subject",
                "Who now?",
                "body",
                "Hello.",
                "reason",
                "Warmer",
                "seen",
                "1"));

        assertThat(page)
                .contains("at version 2, and you edited version 1", "<ins>Who?</ins>", "name=\"seen\" value=\"2\"")
                .contains("value=\"Who now?\"", "value=\"Warmer\"");
    }

    @Test
    void thePreviewIsForARealAccountAndSavesNothing() {
        ann(account("acme"));

        assertThat(html(get("/templates/new"))).contains("name=\"account\"", "value=\"acme\"", "To Ann Lee at acme");
        String preview = html(post(
                "/templates/preview",
                "subject",
                "For {{account.name}}",
                "body",
                "Hi {{contact.first_name|there}}, as {{contact.role}} <b>you</b>",
                "account",
                "acme"));

        assertThat(preview)
                .contains("For acme", "<p>Hi Ann, as {{contact.role}} &lt;b&gt;you&lt;/b&gt;</p>")
                .contains("Nothing is known of", "<code>{{contact.role}}</code>")
                .doesNotContain("<html");
        assertThat(html(post("/templates/preview", "account", "nobody"))).contains("There is no account “nobody”.");
        assertThat(html(post("/templates/preview"))).contains("Which account?");
        assertThat(audited()).isEmpty();
    }

    @Test
    void withoutScriptsTheFormShowsThePreviewAndKeepsWhatWasTyped() {
        ann(account("acme"));

        String page = html(post(
                "/templates/new",
                "look",
                "true",
                "name",
                "Mine",
                "subject",
                "Dear {{contact.name}}",
                "account",
                "acme"));

        assertThat(page).contains("Dear Ann Lee", "value=\"Mine\"").doesNotContain("Nothing was changed yet");
    }
}
