package ews.dashboard.emails;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.plays.play.Definition;
import ews.plays.play.Due;
import ews.plays.play.Play;
import ews.plays.play.Step.EmailStep;
import ews.plays.run.Run;
import ews.plays.task.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An email is written: to whom, and with which text. */
class ComposerTest extends EmailPages {

    @Test
    void theAccountTheRunAndTheTaskLeadToIt() {
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.of(csm));
        Task task = tasks.add(account, "Write to them", "", given.today(), csm.id(), Actor.of(csm));

        assertThat(get("/accounts/" + account)).contains("href=\"" + page + "\"", page + "?to=" + ann);
        assertThat(get("/runs/" + run.id())).contains("href=\"" + page + "?run=" + run.id() + "\"");
        assertThat(get("/tasks/" + task.id())).contains("href=\"" + page + "?task=" + task.id() + "\"");
    }

    @Test
    void theContactsStandThereAndWhoMustNotBeWrittenToWithTheReason() {
        given.aPerson(
                account, "dan", "{\"name\": \"Dan Day\", \"email\": \"dan@acme.example\", \"unsubscribed\": \"true\"}");

        assertThat(get(page + "?to=" + ann))
                .contains("Email to Quarry Foods", "answers go to chloe.tan@example.com")
                .contains("Ann Lee", "Buyer", "ann@acme.example")
                .containsPattern("name=\"to\" value=\"%s\" checked".formatted(ann))
                .contains("Dan Day", "Does not want emails (unsubscribed).")
                .containsPattern("name=\"to\" value=\"[0-9]+\" disabled");
    }

    @Test
    void ofManyContactsSomeAreFoundByNameAndTheChosenOnesStay() {
        for (int i = 10; i < 50; i++) {
            given.aPerson(
                    account, "p" + i, "{\"name\": \"Person %d\", \"email\": \"p%d@acme.example\"}".formatted(i, i));
        }

        assertThat(get(page)).contains("Person 10", "name=\"find\"").doesNotContain("Person 45");
        assertThat(html(post(page, "look", "find", "find", "person 45", "to", ann)))
                .contains("Person 45", "Ann Lee")
                .doesNotContain("Person 10");
    }

    @Test
    void whereNobodyIsKnownThePageSaysHowThatChanges() {
        AccountId other = given.anAccount("Birch Yoga").of(csm).exists();

        assertThat(get("/accounts/" + other + "/email"))
                .contains("No source has told an email address of anybody at this account.")
                .doesNotContain("name=\"subject\"");
    }

    @Test
    void theTextFollowsTheChoicesUntilItIsChanged() {
        String nobody = html(post(page + "/writing", "template", "usage-decline"));
        assertThat(text(nobody)).startsWith("Hi there,").endsWith("Chloe Tan");
        assertThat(nobody)
                .contains("value=\"How can we help at Quarry Foods?\"")
                .doesNotContain("<html");

        String[] unchanged = {
            "template",
            "usage-decline",
            "to",
            ann,
            "subject",
            "How can we help at Quarry Foods?",
            "text",
            text(nobody),
            "filled",
            filled(nobody)
        };
        assertThat(text(html(post(page + "/writing", unchanged)))).startsWith("Hi Ann,");

        unchanged[7] = "My own words.";
        MvcTestResult changed = post(page + "/writing", unchanged);
        assertThat(text(html(changed))).isEqualTo("My own words.");
        assertThat(changed.getResponse().getHeader("HX-Reswap")).isEqualTo("none");
    }

    @Test
    void withoutScriptsAButtonUsesTheTextOfTheTemplateAndSendsNothing() {
        String filled = html(post(page, "fill", "true", "template", "win-back", "to", ann, "text", "My own words."));

        assertThat(text(filled)).startsWith("Hi Ann,");
        assertThat(filled).containsPattern("value=\"win-back\" selected");
        assertThat(messages()).isEmpty();
    }

    @Test
    void thePreviewShowsHowItReadsAndNamesWhatIsNotFilledIn() {
        String preview = html(post(
                page + "/preview",
                "to",
                ann,
                "subject",
                "To {{contact.phone}}",
                "text",
                "*Hi*\n<script>alert(1)</script>\nhttps://example.com"));

        assertThat(preview)
                .containsPattern("<a target=\"_blank\" [^>]*href=\"https://example.com\"")
                .contains("<em>Hi</em>", "&lt;script&gt;", "Nothing is known of", "<code>{{contact.phone}}</code>")
                .doesNotContain("<script", "<html");
    }

    @Test
    void mergeFieldsThatSomebodyTypesAreFilledInLikeThoseOfTemplates() {
        String[] written = {
            "to", ann, "subject", "For {{account.name}}", "text", "Hi {{contact.first_name|there}},\n\n*how* is it?"
        };

        assertThat(html(post(page + "/preview", written)))
                .contains("For Quarry Foods", "Hi Ann,", "<em>how</em>")
                .doesNotContain("Nothing is known", "{{");
        assertThat(get(addressOf(post(page, written))))
                .contains("For Quarry Foods", "Hi Ann,", "*how* is it?")
                .doesNotContain("{{");
        assertThat(messages())
                .singleElement()
                .satisfies(it -> assertThat(it.subject()).isEqualTo("For Quarry Foods"));
    }

    @Test
    void whatIsMissingIsMarkedAndWhatWasTypedStays() {
        assertThat(html(post(page, "text", "Hi.", "key", KEY)))
                .contains("Please choose whom it goes to.", "Please fill this in.", ">Hi.</textarea>", KEY);
        assertThat(html(post(page, "to", ann, "subject", "Hi {{contact.phone}}", "text", "Hi {{run.play}}.")))
                .contains("The email still has {{contact.phone}} and {{run.play}}", "value=\"Hi {{contact.phone}}\"");
        assertThat(messages()).isEmpty();
        assertThat(logged()).isEmpty();
    }

    @Test
    void aTaskOfAPlayThatSendsAnEmailBeginsWithItsTemplateAndItsContacts() {
        var toBuyers = new Definition(List.of(new EmailStep("win-back", "buyer", Due.workingDays(2))));
        given.aPerson(account, "ida", "{\"name\": \"Ida Berg\", \"email\": \"ida@acme.example\", \"role\": \"User\"}");
        Play before = plays.withKey("train-new-users").orElseThrow();
        Play play = new Play(before.key(), before.name(), before.description(), before.version(), true, toBuyers);
        Run run = runs.start(account, play, null, "It is time.", Actor.of(csm));
        Task task = taskLists.ofRun(run.id()).getFirst();

        String begun = get(page + "?task=" + task.id());

        assertThat(begun)
                .containsPattern("value=\"win-back\" selected")
                .containsPattern("name=\"to\" value=\"%s\" checked".formatted(ann));
        assertThat(begun.split("name=\"to\" value=\"[0-9]+\" checked")).hasSize(2);
        assertThat(text(begun)).startsWith("Hi Ann,");
    }
}
