package ews.dashboard.setup.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.Limit;
import ews.domain.score.MissingData;
import ews.domain.score.SweetSpot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProfileTest extends FormTest {

    @Autowired
    private Segments segments;

    @Autowired
    private Profiles profiles;

    private int segment;

    @BeforeEach
    void firstSegment() {
        segment = segments.all().getFirst().id();
    }

    private String path() {
        return "/setup/segments/" + segment + "/profile";
    }

    private int liveVersion() {
        return profiles.current(segment).version();
    }

    /** Usage with a weight of 70 and open issues with 30. */
    private static Map<String, String> form() {
        var fields = new LinkedHashMap<String, String>();
        indicator(fields, 0, "PRODUCT_USAGE", "active_users", "28", "5", "50", "70");
        indicator(fields, 1, "SUPPORT_AND_OPERATIONS", "open_issues", "", "6", "0", "30");
        fields.put("goodFrom", "75");
        fields.put("averageFrom", "50");
        fields.put("margin", "2");
        fields.put("leastKnown", "60");
        fields.put("reason", "Usage counts more");
        return fields;
    }

    private static void indicator(
            Map<String, String> fields,
            int row,
            String group,
            String metric,
            String days,
            String poorAt,
            String goodAt,
            String weight) {
        String at = "indicators[%d].".formatted(row);
        fields.put(at + "group", group);
        fields.put(at + "metric", metric);
        fields.put(at + "days", days);
        fields.put(at + "poorAt", poorAt);
        fields.put(at + "goodAt", goodAt);
        fields.put(at + "weight", weight);
        fields.put(at + "missing", "EXCLUDED");
    }

    private static String[] pairs(Map<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void publishesANewVersionWithItsReason() {
        int before = liveVersion();

        String page = follow(post(path(), pairs(form())));

        var live = profiles.current(segment);
        assertThat(live.version()).isEqualTo(before + 1);
        assertThat(live.reason()).isEqualTo("Usage counts more");
        assertThat(live.publishedBy()).isEqualTo("Ada Moreno");
        assertThat(live.profile())
                .isEqualTo(new HealthProfile(
                        List.of(
                                new Indicator(
                                        IndicatorGroup.PRODUCT_USAGE,
                                        new Measurement("active_users", 28),
                                        5,
                                        50,
                                        70,
                                        MissingData.EXCLUDED),
                                new Indicator(
                                        IndicatorGroup.SUPPORT_AND_OPERATIONS,
                                        new Measurement("open_issues", 0),
                                        6,
                                        0,
                                        30,
                                        MissingData.EXCLUDED)),
                        List.of(),
                        75,
                        50,
                        2,
                        60));
        assertThat(page).contains("Version %d is live.".formatted(before + 1), "Usage counts more");
        assertThat(audited()).contains("profile.published");
    }

    @Test
    void publishesFormsSweetSpotsAndLimits() {
        var fields = form();
        fields.put("indicators[0].form", "CHANGE");
        fields.put("indicators[0].goodUntil", "150");
        fields.put("indicators[0].poorAgainAt", "400");
        fields.put("limits[0].metric", "days_overdue");
        fields.put("limits[0].comparison", "least");
        fields.put("limits[0].value", "60");
        fields.put("limits[0].kind", "CAP");
        fields.put("limits[0].band", "AVERAGE");

        follow(post(path(), pairs(fields)));

        HealthProfile live = profiles.current(segment).profile();
        assertThat(live.indicators().getFirst().measurement())
                .isEqualTo(new Measurement("active_users", 28).as(Form.CHANGE));
        assertThat(live.indicators().getFirst().sweetSpot()).isEqualTo(new SweetSpot(150, 400));
        assertThat(live.limits())
                .containsExactly(new Limit(new Measurement("days_overdue", 0), true, 60, Limit.Kind.CAP, Band.AVERAGE));
        assertThat(html(get(path())))
                .containsPattern("value=\"CHANGE\"[^>]*selected")
                .contains("value=\"150\"", "value=\"400\"");
    }

    @Test
    void showsTheLiveVersionInItsFields() {
        follow(post(path(), pairs(form())));

        assertThat(html(get(path())))
                .containsPattern("value=\"active_users\"[^>]*selected")
                .contains("value=\"70\"", "value=\"75\"", "Weights: 100 of 100");
    }

    @Test
    void marksEachWrongFieldAndLosesNothing() {
        int before = liveVersion();
        var fields = form();
        fields.put("indicators[0].poorAt", "five");
        fields.put("indicators[0].days", "0");
        fields.put("indicators[1].goodAt", "6");
        fields.put("averageFrom", "80");
        fields.put("reason", "");

        String page = html(post(path(), pairs(fields)));

        assertThat(page)
                .containsPattern("id=\"indicators\\[0].poorAt-error\"[^>]*>A number")
                .containsPattern("id=\"indicators\\[0].days-error\"[^>]*>A whole number")
                .containsPattern("id=\"indicators\\[1].goodAt-error\"[^>]*>Another number")
                .containsPattern("id=\"averageFrom-error\"[^>]*>Average must")
                .containsPattern("id=\"reason-error\"[^>]*>Please fill")
                .contains("value=\"five\"", "value=\"80\"", "Average must begin below good.")
                .containsPattern("value=\"open_issues\"[^>]*selected");
        assertThat(liveVersion()).isEqualTo(before);
    }

    @Test
    void refusesWeightsThatDoNotAddUp() {
        int before = liveVersion();
        var fields = form();
        fields.put("indicators[1].weight", "20");

        assertThat(html(post(path(), pairs(fields))))
                .contains("The weights must add up to 100; they add up to 90, so 10 are missing.");
        assertThat(liveVersion()).isEqualTo(before);
    }

    @Test
    void needsAFeatureForAMetricOfAFeature() {
        var fields = form();
        fields.put("indicators[0].metric", "feature_events");

        assertThat(html(post(path(), pairs(fields))))
                .containsPattern("id=\"indicators\\[0].subject-error\"[^>]*>Please fill this in.");
    }

    @Test
    void advisesWhenThereAreTooFewProactiveIndicators() {
        assertThat(html(post("/setup/profile-advice", pairs(form()))))
                .contains("Two or three proactive indicators work best; this profile has 1.")
                .doesNotContain("<main");
    }

    @Test
    void addsAndRemovesIndicatorsWithoutPublishing() {
        int before = liveVersion();
        var add = form();
        add.put("add", "true");
        var remove = form();
        remove.put("remove", "0");

        assertThat(html(post(path(), pairs(add)))).contains("name=\"indicators[2].metric\"");
        assertThat(html(post(path(), pairs(remove))))
                .contains("name=\"indicators[0].metric\"", "Weights: 30 of 100")
                .doesNotContain("name=\"indicators[1].metric\"");
        assertThat(liveVersion()).isEqualTo(before);
    }

    @Test
    void checksWithoutPublishing() {
        int before = liveVersion();
        var fields = form();
        fields.put("check", "true");

        assertThat(post(path(), pairs(fields))).hasStatusOk();
        assertThat(liveVersion()).isEqualTo(before);
    }

    @Test
    void startsFromAnEarlierVersion() {
        follow(post(path(), pairs(form())));
        int first = liveVersion();
        var other = form();
        other.put("goodFrom", "91");
        follow(post(path(), pairs(other)));

        assertThat(html(get(path() + "?from=" + first)))
                .contains("value=\"75\"")
                .doesNotContain("value=\"91\"");
        assertThat(get(path() + "?from=99999")).hasStatus(404);
    }
}
