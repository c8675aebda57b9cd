package ews.dashboard.setup.segment;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.segment.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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

    @Autowired
    private Profiles profiles;

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
                        insert into account_health (account_id, day, band, segment_id, profile_version_id, trend, computed_at)
                        values (:account, '2026-11-01', 'unknown', :segment, 1, '{}', now())
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
    void showsAnotherOrderBeforeItCounts() {
        List<String> before = names();

        String page = html(get("/setup/segments?order=" + swapped()));

        assertThat(page).contains("This order does not count yet.");
        assertThat(page.indexOf(">" + before.get(1) + "</a>")).isLessThan(page.indexOf(">" + before.get(0) + "</a>"));
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void previewsAnotherOrderAndSavesIt() {
        List<String> before = names();

        String preview = address(post("/setup/segments/order", "order", swapped()));
        assertThat(html(get(preview))).contains("The order is " + before.get(1) + ", " + before.get(0));
        assertThat(follow(post(preview + "/adoption"))).contains("Saved.");

        assertThat(names()).startsWith(before.get(1), before.get(0));
        follow(post(address(post("/setup/segments/order", "order", swapped())) + "/adoption"));
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void theSegmentThatTakesTheRestStaysLast() {
        List<Integer> ids =
                new ArrayList<>(segments.all().stream().map(Segment::id).toList());
        Collections.swap(ids, ids.size() - 1, ids.size() - 2);

        assertThat(html(get("/setup/segments?order=" + joined(ids)))).contains("must stay the last one");
        assertThat(follow(post("/setup/segments/order", "order", joined(ids)))).contains("must stay the last one");
    }

    @Test
    void previewsANewSegmentAndSavesItWhereItShallBe() {
        Segment first = segments.all().getFirst();
        String preview = address(post(
                "/setup/segments/new",
                with(with(STARTUPS, "preview", "true"), "before", Integer.toString(first.id()))));

        assertThat(html(get(preview)))
                .contains("Startups is new and takes accounts whose plan is seed or early", "before " + first.name());
        assertThat(names()).doesNotContain("Startups");

        assertThat(follow(post(preview + "/adoption"))).contains("Saved.");
        assertThat(names()).startsWith("Startups", first.name());
        assertThat(follow(post(preview + "/adoption"))).contains("have been changed meanwhile");
    }

    @Test
    void beginsAProfileFromNothingAndPreviewsBoth() {
        var answer = post("/setup/segments/new", with(STARTUPS, "profile", "blank"));
        String page = follow(answer);
        assertThat(page)
                .contains("Health profile of Startups", "nothing of it is live yet")
                .contains("value=\"100\"");

        String preview = address(post(
                "/setup/segments/new/profile",
                "segment",
                "{\"name\":\"Startups\",\"before\":0,\"conditions\":"
                        + "[{\"type\":\"attribute\",\"name\":\"plan\",\"values\":[\"seed\"]}]}",
                "indicators[0].group",
                "PRODUCT_USAGE",
                "indicators[0].metric",
                "logins",
                "indicators[0].days",
                "28",
                "indicators[0].poorAt",
                "0",
                "indicators[0].goodAt",
                "20",
                "indicators[0].weight",
                "100",
                "indicators[0].missing",
                "POOR",
                "goodFrom",
                "70",
                "averageFrom",
                "40",
                "margin",
                "0",
                "leastKnown",
                "30",
                "preview",
                "true"));

        assertThat(html(get(preview))).contains("The profile of Startups: Logins");
        follow(post(preview + "/adoption"));
        assertThat(profiles.current(startups().id()).profile().indicators()).hasSize(1);
    }

    @Test
    void copiesTheProfileOfTheSegmentThatWasChosen() {
        Segment first = segments.all().getFirst();

        follow(post("/setup/segments/new", with(STARTUPS, "profile", "segment:" + first.id())));

        assertThat(profiles.current(startups().id()).profile())
                .isEqualTo(profiles.current(first.id()).profile());
    }

    @Test
    void countsWhomTheConditionsBeingTypedWouldTake() {
        long account = account("Quarry Foods");
        jdbc.sql("""
                        insert into attribute_change (account_id, name, occurred_at, event_key, value)
                        values (:account, 'plan', '2026-01-02T00:00:00Z', 1, 'Seed')
                        """).param("account", account).update();
        jdbc.sql("""
                        insert into account_health (account_id, day, band, segment_id, profile_version_id, trend, computed_at)
                        values (:account, '2026-11-01', 'unknown', :segment, 1, '{}', now())
                        """)
                .param("account", account)
                .param("segment", segments.all().getLast().id())
                .update();

        String caught = html(post("/setup/segments/catchment", Arrays.copyOf(STARTUPS, 8)));
        String none =
                html(post("/setup/segments/catchment", with(Arrays.copyOf(STARTUPS, 6), "conditions[0].values", "x")));

        assertThat(caught)
                .contains("1 account would be in it today", "Quarry Foods")
                .contains("1 from " + segments.all().getLast().name());
        assertThat(none).contains("No account would be in it today");
        assertThat(names()).doesNotContain("Startups");
    }

    @Test
    void marksTheFieldThatIsWrongWhileItIsTyped() {
        String answer = html(post(
                "/setup/segments/catchment",
                "conditions[0].kind",
                "metric",
                "conditions[0].metric",
                "tenure",
                "conditions[0].limit",
                "many",
                "conditions[1].kind",
                "attribute",
                "conditions[1].attribute",
                "plan"));

        assertThat(answer)
                .contains("Complete the conditions to see whom they would take.")
                .containsPattern("id=\"conditions\\[0].limit-error\"[^>]*>A number, like 40 or 12.5.<")
                .containsPattern("id=\"conditions\\[1].values-error\"[^>]*></");
    }

    @Test
    void deletesASegmentButNotTheLastOne() {
        follow(post("/setup/segments/new", STARTUPS));
        follow(post("/setup/segments/" + startups().id() + "/deletion"));
        String page = follow(post("/setup/segments/" + segments.all().getLast().id() + "/deletion"));

        assertThat(names()).doesNotContain("Startups");
        assertThat(page).contains("so it must stay");
    }

    private String swapped() {
        List<Integer> ids =
                new ArrayList<>(segments.all().stream().map(Segment::id).toList());
        Collections.swap(ids, 0, 1);
        return joined(ids);
    }

    private static String joined(List<Integer> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String address(MvcTestResult redirect) {
        assertThat(redirect.getResponse().getStatus()).as(html(redirect)).isEqualTo(302);
        return Objects.requireNonNull(redirect.getResponse().getRedirectedUrl());
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
