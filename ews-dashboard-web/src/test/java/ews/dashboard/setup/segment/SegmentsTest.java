package ews.dashboard.setup.segment;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.segment.Segment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SegmentsTest extends FormTest {

    private static final String[] STARTUPS = {
        "name", "Startups",
        "conditions[0].kind", "attribute",
        "conditions[0].attribute", "plan",
        "conditions[0].values", "seed, early",
        "conditions[1].kind", "metric",
        "conditions[1].metric", "tenure",
        "conditions[1].comparison", "most",
        "conditions[1].limit", "90"
    };

    @Autowired
    private Segments segments;

    private Segment startups() {
        return segments.all().stream()
                .filter(it -> it.name().equals("Startups"))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void leaveTheStarterSegments() {
        segments.all().stream()
                .filter(it -> it.name().startsWith("Startups"))
                .forEach(it -> segments.delete(it.id(), Actor.SYSTEM));
    }

    @Test
    void listsSegmentsInTheirOrderWithTheirRuleAndTheirAccounts() {
        Segment first = segments.all().getFirst();
        jdbc.sql("""
                        insert into account_health (account_id, day, band, segment_id, profile_version_id, trend, story,
                                                    computed_at)
                        values (:account, '2026-11-01', 'unknown', :segment, 1, '{}', '', now())
                        """)
                .param("account", account("acme"))
                .param("segment", first.id())
                .update();

        String page = html(get("/setup/segments"));

        assertThat(page).contains(first.rule(), "everybody else", ">1</td>");
        assertThat(segments.all())
                .extracting(Segment::name)
                .allSatisfy(name -> assertThat(page).contains(name));
    }

    @Test
    void addsASegmentFromConditionsInFormFields() {
        follow(post("/setup/segments/new", STARTUPS));

        assertThat(startups().rule()).isEqualTo("plan is seed or early and Tenure at most 90 days");
        assertThat(segments.all().getLast().conditions()).isEmpty();
    }

    @Test
    void showsASegmentAsItWasTyped() {
        follow(post("/setup/segments/new", STARTUPS));

        assertThat(html(get("/setup/segments/" + startups().id())))
                .contains("value=\"seed, early\"", "value=\"90\"")
                .containsPattern("value=\"tenure\"[^>]*selected")
                .containsPattern("value=\"most\"[^>]*selected");
    }

    @Test
    void keepsWhatWasTypedAndMarksTheField() {
        String page = html(post(
                "/setup/segments/new",
                "name",
                "Startups",
                "conditions[0].kind",
                "metric",
                "conditions[0].metric",
                "active_users",
                "conditions[0].days",
                "500",
                "conditions[0].limit",
                "many"));

        assertThat(page)
                .contains("A whole number from 1 to 180.", "A number, like 40 or 12.5.")
                .contains("value=\"500\"", "value=\"many\"", "value=\"Startups\"");
    }

    @Test
    void addsAndRemovesRowsWithoutSaving() {
        String added = html(post("/setup/segments/new", "name", "Startups", "add", "metric"));
        String removed = html(post("/setup/segments/new", with(STARTUPS, "remove", "0")));

        assertThat(added).contains("name=\"conditions[0].metric\"");
        assertThat(removed).contains("value=\"90\"").doesNotContain("seed, early");
        assertThat(segments.all()).extracting(Segment::name).doesNotContain("Startups");
    }

    @Test
    void refusesANameThatAnotherSegmentHas() {
        String taken = segments.all().getFirst().name();

        assertThat(html(post(
                        "/setup/segments/new",
                        "name",
                        taken,
                        "conditions[0].kind",
                        "attribute",
                        "conditions[0].attribute",
                        "plan",
                        "conditions[0].values",
                        "x")))
                .contains("There is already a segment called");
    }

    @Test
    void renamesASegmentAndChangesItsConditions() {
        follow(post("/setup/segments/new", STARTUPS));

        follow(post(
                "/setup/segments/" + startups().id(),
                "name",
                "Startups too",
                "conditions[0].kind",
                "attribute",
                "conditions[0].attribute",
                "stage",
                "conditions[0].values",
                "seed"));

        assertThat(segments.all())
                .anySatisfy(it ->
                        assertThat(it).returns("Startups too", Segment::name).returns("stage is seed", Segment::rule));
        assertThat(audited()).contains("segment.renamed", "segment.conditions_changed");
    }

    @Test
    void movesASegmentUp() {
        List<String> before = names();
        Segment second = segments.all().get(1);

        follow(post("/setup/segments/" + second.id() + "/place", "to", "up"));

        assertThat(names()).startsWith(before.get(1), before.get(0));
        follow(post("/setup/segments/" + second.id() + "/place", "to", "down"));
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void theSegmentThatTakesTheRestStaysLast() {
        List<String> before = names();
        Segment last = segments.all().getLast();

        String page = follow(post("/setup/segments/" + last.id() + "/place", "to", "up"));

        assertThat(page).contains("must stay the last one");
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void deletesASegmentButNotTheLastOne() {
        follow(post("/setup/segments/new", STARTUPS));
        follow(post("/setup/segments/" + startups().id() + "/deletion"));
        String page = follow(post("/setup/segments/" + segments.all().getLast().id() + "/deletion"));

        assertThat(names()).doesNotContain("Startups");
        assertThat(page).contains("so it must stay");
    }

    private List<String> names() {
        return segments.all().stream().map(Segment::name).toList();
    }

    private static String[] with(String[] fields, String name, String value) {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = name;
        all[fields.length + 1] = value;
        return all;
    }
}
