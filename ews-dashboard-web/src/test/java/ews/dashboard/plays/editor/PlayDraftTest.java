package ews.dashboard.plays.editor;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.Given;
import ews.dashboard.setup.FormTest;
import ews.domain.score.Band;
import ews.plays.play.Play;
import ews.plays.play.PlayDrafts;
import ews.plays.play.Plays;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Plays that are written before they are published, and tried before that. */
class PlayDraftTest extends FormTest {

    private static final String DRAFT = "/plays/drafts/sponsor-left";

    @Autowired
    private Plays plays;

    @Autowired
    private PlayDrafts drafts;

    @Autowired
    private Given given;

    @AfterEach
    void onlyTheStarterPlays() {
        jdbc.sql("delete from play_draft").update();
        jdbc.sql("delete from run where play_id in (select id from play where key = 'sponsor-left')")
                .update();
        jdbc.sql("delete from play where key = 'sponsor-left'").update();
    }

    private static String[] sponsor(String title, String... more) {
        String[] fields = {
            "name", "Sponsor left",
            "description", "Whoever bought it is gone.",
            "entry.bands", "POOR",
            "steps[0].kind", "TASK",
            "steps[0].title", title,
            "steps[0].detail", "Ask what has changed.",
            "steps[0].days", "2",
            "steps[0].unit", "WORKING_DAYS",
            "steps[0].from", "START",
            "steps[0].who", "CSM",
            "steps[1].kind", "EMAIL",
            "steps[1].template", "champion-left",
            "steps[1].role", "admin"
        };
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Play published() {
        return plays.withKey("sponsor-left").orElseThrow();
    }

    @Test
    void aDraftIsKeptAndPublishedLater() {
        String page = follow(post("/plays/new", sponsor("Call the sponsor", "draft", "true")));

        assertThat(page)
                .contains("The draft was saved. Nothing starts it yet.", "Call the sponsor", "Ada Moreno")
                .contains("Our contact has left</a>", "contacts with the role “admin”", "Sent by itself");
        assertThat(plays.withKey("sponsor-left")).isEmpty();
        assertThat(html(get("/plays"))).contains("Drafts", DRAFT);
        assertThat(html(get(DRAFT + "/edit"))).contains("value=\"Call the sponsor\"", ">Publish</button>");

        assertThat(follow(post(DRAFT + "/publish", "seen", "0"))).contains("Sponsor left was saved and is on");
        assertThat(published().steps()).hasSize(2);
        assertThat(drafts.all()).isEmpty();
        assertThat(audited()).contains("play.drafted", "play.saved");
    }

    @Test
    void aDraftOfTheNextVersionLeavesThePlayAsItIs() {
        follow(post("/plays/new", sponsor("Call the sponsor")));

        String page =
                follow(post("/plays/sponsor-left/edit", sponsor("Write to the sponsor", "seen", "1", "draft", "true")));

        assertThat(page)
                .contains("What is different from version 1")
                .contains("Step 1: title “Write to the sponsor”, it was “Call the sponsor”");
        assertThat(published().version()).isEqualTo(1);
        assertThat(html(get("/plays/sponsor-left"))).contains("There is a draft of its next version, by Ada Moreno");
        assertThat(html(get("/plays/sponsor-left/edit"))).contains("Go on with that draft");

        follow(post(DRAFT + "/publish", "seen", "1", "reason", "They do not answer the phone"));
        assertThat(published().version()).isEqualTo(2);
        assertThat(html(get("/plays/sponsor-left"))).contains("They do not answer the phone");
    }

    @Test
    void aDraftIsNotPublishedOverAVersionThatNobodyCompared() {
        follow(post("/plays/new", sponsor("Call the sponsor")));
        follow(post("/plays/sponsor-left/edit", sponsor("Write to the sponsor", "seen", "1", "draft", "true")));
        follow(post("/plays/sponsor-left/edit", sponsor("Visit the sponsor", "seen", "1", "reason", "Better")));
        follow(post("/plays/sponsor-left/edit", sponsor("Write to the sponsor", "seen", "2", "draft", "true")));

        assertThat(follow(post(DRAFT + "/publish", "seen", "1", "reason", "Now")))
                .contains("is at version 2, and you edited version 1");
        assertThat(published().version()).isEqualTo(2);
    }

    @Test
    void somebodyElsesDraftIsNotReplacedUnseen() {
        follow(post("/plays/new", sponsor("Call the sponsor")));
        follow(post("/plays/sponsor-left/edit", sponsor("Write to the sponsor", "seen", "1", "draft", "true")));

        String page =
                html(post("/plays/sponsor-left/edit", sponsor("Visit the sponsor", "seen", "1", "draft", "true")));

        assertThat(page).contains("Ada Moreno saved a draft of it", "If you save yours again, it replaces that one");
        assertThat(drafts.withKey("sponsor-left")
                        .orElseThrow()
                        .play()
                        .steps()
                        .getFirst()
                        .name())
                .isEqualTo("Write to the sponsor");
    }

    @Test
    void aDraftIsThrownAway() {
        follow(post("/plays/new", sponsor("Call the sponsor", "draft", "true")));

        assertThat(follow(post(DRAFT + "/discard"))).contains("The draft of Sponsor left was thrown away.");

        assertThat(drafts.all()).isEmpty();
        assertThat(get(DRAFT)).hasStatus(404);
    }

    @Test
    void whoWouldComeInIsShownWhileItIsTyped() {
        given.anAccount("Birch Yoga").scored(Band.POOR, 290, -10).exists();

        assertThat(html(post("/plays/prospects", sponsor("Call the sponsor"))))
                .contains("1 account would come into it now.", "Birch Yoga", "Health is poor.")
                .doesNotContain("Start it for");
        assertThat(html(post("/plays/prospects", "entry.renewal", "soon"))).contains("Complete the fields");
    }

    @Test
    void aPlayIsStartedForThoseThatAreThereAlready() {
        given.anAccount("Birch Yoga").scored(Band.POOR, 290, -10).exists();
        follow(post("/plays/new", sponsor("Call the sponsor")));
        assertThat(html(get("/plays/sponsor-left/prospects"))).contains("Start it for 1 account");

        assertThat(follow(post("/plays/sponsor-left/start-now")))
                .contains("It starts for 1 account within moments, one after the other.");

        assertThat(jdbc.sql("select count(*) from play_call").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void aDryRunShowsDaysTextsAndReceiversAndDoesNothing() {
        given.anAccount("Birch Yoga").exists();
        follow(post("/plays/new", sponsor("Call the sponsor", "draft", "true")));

        String page = html(get(DRAFT + "/dry-run?account=birch"));

        assertThat(page)
                .contains("On", "Birch Yoga", "Task: Call the sponsor", "Ask what has changed.")
                .contains("No email address is known of contacts with the role “admin”")
                .contains("A task would be made instead.");
        assertThat(jdbc.sql("select count(*) from run").query(Long.class).single())
                .isZero();
        assertThat(html(get(DRAFT + "/dry-run?account=nobody"))).contains("There is no account “nobody”.");
        assertThat(html(get(DRAFT + "/dry-run"))).contains("Its name, a part of it, or its key.");
    }
}
