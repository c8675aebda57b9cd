package ews.dashboard.plays.editor;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.Fields;
import ews.domain.member.Member;
import ews.domain.member.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A play as a whole: written, named, switched off, by whom. */
class PlayEditorTest extends PlayEditing {

    @Autowired
    private PlayForms forms;

    @Test
    void aPlayIsWrittenWithAllKindsOfSteps() {
        assertThat(html(get("/plays/new"))).contains("Write a play", "1. Task").doesNotContain("Reason for the change");

        String page = follow(post("/plays/new", SPONSOR));

        assertThat(saved().steps()).containsExactly(CALL, WATCH, HELP);
        assertThat(saved().enabled()).isTrue();
        assertThat(page)
                .contains("Sponsor left was saved and is on", "Whoever bought it is gone.")
                .contains("Manager, 7 days after the step before", "New play", "Ada Moreno");
        assertThat(audited()).contains("play.saved");
    }

    @Test
    void theFormOfEveryPlaySavesWhatItBeganWith() {
        assertThat(plays.all()).isNotEmpty().allSatisfy(play -> {
            var fields = new Fields();
            assertThat(PlayForm.of(play).read(fields, forms.choices()))
                    .contains(new PlayForm.Details(play.name(), play.description(), play.definition()));
            assertThat(fields.errors()).isEmpty();
            assertThat(html(get("/plays/" + play.key() + "/edit")))
                    .contains("value=\"" + play.steps().getFirst().name());
        });
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedIsKept() {
        String page = html(post(
                "/plays/new",
                with(
                        SPONSOR,
                        "name",
                        "",
                        "steps[0].days",
                        "soon",
                        "steps[0].from",
                        "PREVIOUS_STEP",
                        "steps[1].list",
                        "nowhere",
                        "steps[2].detail",
                        " ")));

        assertThat(page)
                .contains("Nothing was changed yet", "value=\"soon\"", "A whole number from 0 to 365.")
                .containsPattern("id=\"name-error\">Please fill this in")
                .containsPattern("id=\"steps\\[1].list-error\">Please choose one")
                .containsPattern("id=\"steps\\[2].detail-error\">Please fill this in");
        assertThat(plays.withKey("sponsor-left")).isEmpty();
    }

    @Test
    void aPlayNeedsAStepAndANameOfItsOwn() {
        assertThat(html(post("/plays/new", "name", "Empty", "description", "Nothing.")))
                .contains("A play has 1 to 30 steps.");
        follow(post("/plays/new", SPONSOR));

        assertThat(html(post("/plays/new", with(SPONSOR, "description", "Another."))))
                .contains("Another play has the name &quot;Sponsor left&quot;.", "Another.");
    }

    @Test
    void aPlayIsSwitchedOffAndOn() {
        follow(post("/plays/new", SPONSOR));

        assertThat(follow(post(PAGE + "/off"))).contains("Sponsor left is off: nobody can start it.", "Switch on");
        assertThat(saved().enabled()).isFalse();
        assertThat(follow(post(PAGE + "/on"))).contains("Sponsor left is on", "Switch off");
        assertThat(saved().enabled()).isTrue();
        assertThat(post("/plays/nothing/off")).hasStatus(404);
    }

    @Test
    void managersWritePlaysAndCsmsReadThem() {
        Member manager = joined("Mona Lead", Role.MANAGER);
        Member csm = joined("Chloe Tan", Role.CSM);

        assertThat(html(getAs(manager, "/plays"))).contains("/plays/new");
        assertThat(html(getAs(manager, "/plays/win-back"))).contains("/plays/win-back/edit", "Switch off");
        assertThat(postAs(manager, "/plays/new", SPONSOR)).hasStatus(302);
        assertThat(html(getAs(csm, "/plays"))).doesNotContain("/plays/new");
        assertThat(html(getAs(csm, "/plays/win-back")))
                .contains("Starter play")
                .doesNotContain("/plays/win-back/edit", "Switch off");
        assertThat(getAs(csm, "/plays/new")).hasStatus(403);
        assertThat(postAs(csm, EDIT, SPONSOR)).hasStatus(403);
    }

    @Test
    void whatNoFormSendsIsRefused() {
        assertThat(post("/plays/new", with(SPONSOR, "insert", "true", "add", "PARTY")))
                .hasStatus(400);
        assertThat(post("/plays/new", with(SPONSOR, "steps[9].title", "Far away")))
                .hasStatus(400);
        assertThat(html(post("/plays/new", with(SPONSOR, "steps[0].kind", "PARTY"))))
                .contains("Nothing was changed yet");
        assertThat(html(post("/plays/new", with(SPONSOR, "up", "77")))).contains("1. Task", "2. Watch list");
    }
}
