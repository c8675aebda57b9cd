package ews.dashboard.plays.editor;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.plays.play.Entry;
import ews.plays.play.Goal;
import ews.plays.play.Trigger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who comes into a play, and what it is for. */
class PlayEntryTest extends PlayEditing {

    private static final String[] ENTRY = {
        "entry.bands",
        "POOR",
        "entry.renewal",
        "90",
        "entry.conditions[0].kind",
        "attribute",
        "entry.conditions[0].attribute",
        "size",
        "entry.conditions[0].values",
        "big",
        "entry.often",
        "ONCE_IN",
        "entry.number",
        "180",
        "holdOut",
        "10",
        "goal.metric",
        "active_users",
        "goal.days",
        "28",
        "goal.form",
        "VALUE",
        "goal.comparison",
        "least",
        "goal.level",
        "before",
        "goal.value",
        "100",
        "goal.lasting",
        "14",
        "goal.within",
        "90"
    };

    @Test
    void aPlaySaysWhoComesIntoItAndWhatItIsFor() {
        String page = follow(post("/plays/new", with(SPONSOR, ENTRY)));

        assertThat(saved().definition().entry())
                .isEqualTo(new Entry(
                        List.of(
                                new Trigger.Health(List.of(Band.POOR)),
                                new Trigger.Milestone(Trigger.Milestone.Date.RENEWAL, 90)),
                        List.of(),
                        List.of(BIG),
                        Entry.Repeat.onceIn(180)));
        assertThat(saved().definition().goal())
                .isEqualTo(new Goal(new Measurement("active_users", 28), true, new Goal.Level.Before(100), 14, 90));
        assertThat(saved().definition().holdOut()).isEqualTo(10);
        assertThat(page)
                .contains("It starts by itself when health becomes poor, or 90 days before the renewal.")
                .contains("at least 100 % of the level before, for 14 days", "10 % of the accounts");
        assertThat(follow(post(EDIT, with(with(SPONSOR, ENTRY), "seen", "1", "reason", "Nothing"))))
                .contains("says what it said before");
        assertThat(follow(
                        post(EDIT, with(with(SPONSOR, ENTRY), "seen", "1", "reason", "Later", "entry.renewal", "60"))))
                .contains("60 days before the renewal");
    }

    @Test
    void whatIsWrongWithEntryAndGoalIsSaidBesideItsField() {
        String page = html(post(
                "/plays/new",
                with(
                        with(SPONSOR, ENTRY),
                        "entry.renewal",
                        "400",
                        "entry.number",
                        "",
                        "goal.lasting",
                        "0",
                        "holdOut",
                        "80")));

        assertThat(page)
                .containsPattern("id=\"entry.renewal-error\">A whole number from 0 to 365")
                .containsPattern("id=\"entry.number-error\">A whole number from 1 to 1,?000")
                .containsPattern("id=\"goal.lasting-error\">A whole number from 1 to 90")
                .containsPattern("id=\"holdOut-error\">A whole number from 0 to 50");
        assertThat(plays.withKey("sponsor-left")).isEmpty();
    }

    @Test
    void featuresThatNobodyEverUsedAreHintedAt() {
        jdbc.sql("insert into feature (name) values ('report.viewed') on conflict do nothing")
                .update();

        assertThat(withFeature("reports")).contains("No account has ever used a feature of this name; reports* would");
        assertThat(withFeature("reports*"))
                .contains("No account has ever used a feature whose name begins with reports.");
        assertThat(withFeature("report*"))
                .contains("report* is all features whose names begin with report.")
                .doesNotContain("No account has ever");
        assertThat(withFeature("report.viewed")).doesNotContain("No account has ever");
    }

    private String withFeature(String feature) {
        return html(post(
                "/plays/new",
                with(
                        with(SPONSOR, ENTRY),
                        "goal.metric",
                        "feature_events",
                        "goal.subject",
                        feature,
                        "only",
                        "attribute")));
    }

    @Test
    void conditionsOfTheEntryAreAddedAndRemoved() {
        String added = html(post("/plays/new", with(with(SPONSOR, ENTRY), "only", "metric")));
        assertThat(added).contains("name=\"entry.conditions[1].metric\"", "value=\"size\"");

        assertThat(html(post("/plays/new", with(with(SPONSOR, ENTRY), "without", "0"))))
                .doesNotContain("entry.conditions[0]");
    }
}
