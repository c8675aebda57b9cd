package ews.detection.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.Limit;
import ews.domain.score.MissingData;
import ews.domain.score.SweetSpot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileChangesTest {

    private static final Measurement USERS = new Measurement("active_users", 28);
    private static final Measurement ISSUES = new Measurement("open_issues", 0);
    private static final HealthProfile BEFORE =
            new HealthProfile(List.of(users(60, null), issues(40)), List.of(), 75, 50, 0, 60);

    @Test
    void nothing_is_different_between_equal_profiles() {
        assertThat(ProfileChanges.between(BEFORE, BEFORE)).isEmpty();
    }

    @Test
    void names_what_an_indicator_was_and_is() {
        var after =
                new HealthProfile(List.of(users(70, new SweetSpot(200, 400)), issues(30)), List.of(), 75, 50, 0, 60);

        assertThat(ProfileChanges.between(BEFORE, after))
                .containsExactly(
                        "Active users, 28 days: weight 70, it was 60",
                        "Active users, 28 days: too much is worse from 200 users and fully poor at 400 users, it was never worse",
                        "Open issues: weight 30, it was 40");
    }

    @Test
    void names_indicators_that_came_and_went() {
        var after = new HealthProfile(List.of(users(100, null)), List.of(), 75, 50, 0, 60);

        assertThat(ProfileChanges.between(BEFORE, after))
                .contains("Open issues is not an indicator any more (weight 40)");
        assertThat(ProfileChanges.between(after, BEFORE))
                .contains("Open issues is a new indicator (weight 40, fully poor at 6 points, fully good at 0 points)");
    }

    @Test
    void names_limits_and_bands() {
        var limit = new Limit(new Measurement("days_overdue", 0), true, 60, Limit.Kind.CAP, Band.AVERAGE);
        var after = new HealthProfile(BEFORE.indicators(), List.of(limit), 80, 50, 3, 60);

        assertThat(ProfileChanges.between(BEFORE, after))
                .containsExactly("New limit: " + limit.text(), "Good from 80, it was 75", "Margin 3, it was 0");
        assertThat(ProfileChanges.between(after, BEFORE)).contains("No longer: " + limit.text());
    }

    private static Indicator users(int weight, @Nullable SweetSpot spot) {
        return new Indicator(IndicatorGroup.PRODUCT_USAGE, USERS, 5, 50, spot, weight, MissingData.EXCLUDED);
    }

    private static Indicator issues(int weight) {
        return new Indicator(IndicatorGroup.SUPPORT_AND_OPERATIONS, ISSUES, 6, 0, weight, MissingData.EXCLUDED);
    }
}
