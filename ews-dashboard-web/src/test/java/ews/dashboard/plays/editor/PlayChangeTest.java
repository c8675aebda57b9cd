package ews.dashboard.plays.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A play in versions, and what becomes of two who change it at once. */
class PlayChangeTest extends PlayEditing {

    @Test
    void whatWasNotChangedIsNoVersion() {
        follow(post("/plays/new", SPONSOR));

        assertThat(follow(post(EDIT, with(SPONSOR, "seen", "1", "reason", "Nothing"))))
                .contains("Sponsor left says what it said before: nothing was saved.");
        assertThat(saved().version()).isEqualTo(1);
    }

    @Test
    void aChangeNeedsAReasonAndShowsWhatItChanged() {
        follow(post("/plays/new", SPONSOR));
        String[] later = with(SPONSOR, "seen", "1", "steps[0].days", "5");
        assertThat(html(post(EDIT, later))).containsPattern("id=\"reason-error\">Please fill this in");

        String page = follow(post(EDIT, with(later, "reason", "Nobody managed it")));

        assertThat(page)
                .contains("saved as version 2", "Nobody managed it")
                .contains("Step 1: due within 5 working days, it was within 2 working days");
    }

    @Test
    void anOlderVersionCanBeBegunWith() {
        follow(post("/plays/new", SPONSOR));
        follow(post(
                EDIT, with(SPONSOR, "seen", "1", "steps[0].title", "Write to the sponsor", "reason", "They are busy")));

        assertThat(html(get(PAGE))).contains(EDIT + "?version=1");
        assertThat(html(get(EDIT + "?version=1")))
                .contains("This is what version 1 said", "value=\"Call the sponsor\"", "name=\"seen\" value=\"2\"");
        assertThat(html(get(EDIT))).contains("value=\"Write to the sponsor\"");
        assertThat(get(EDIT + "?version=9")).hasStatus(404);
        assertThat(get("/plays/nothing/edit")).hasStatus(404);
    }

    @Test
    void whoeverIsLaterIsToldWhatChangedMeanwhileAndLosesNothing() {
        follow(post("/plays/new", SPONSOR));
        follow(post(EDIT, with(SPONSOR, "seen", "1", "steps[0].days", "5", "reason", "Nobody managed it")));
        String[] mine = with(SPONSOR, "seen", "1", "steps[0].title", "Visit the sponsor", "reason", "Better");

        String page = html(post(EDIT, mine));

        assertThat(page)
                .contains("is at version 2, and you edited version 1", "value=\"Visit the sponsor\"")
                .contains("Step 1: due within 5 working days, it was within 2 working days")
                .contains("name=\"seen\" value=\"2\"", "value=\"Better\"");
        assertThat(follow(post(EDIT, with(mine, "seen", "2")))).contains("saved as version 3");
    }

    @Test
    void movingAStepForgetsNotWhichVersionWasSeen() {
        follow(post("/plays/new", SPONSOR));
        follow(post(EDIT, with(SPONSOR, "seen", "1", "steps[0].days", "5", "reason", "Nobody managed it")));

        assertThat(html(post(EDIT, with(SPONSOR, "seen", "1", "down", "0")))).contains("name=\"seen\" value=\"1\"");
        assertThat(html(post(EDIT, with(SPONSOR, "seen", "1", "name", "", "reason", "Better"))))
                .contains("name=\"seen\" value=\"1\"");
    }
}
