package ews.detection.profile;

import static ews.domain.score.IndicatorGroup.BUSINESS_OUTCOMES;
import static ews.domain.score.IndicatorGroup.CUSTOMER_FEEDBACK;
import static ews.domain.score.IndicatorGroup.PRODUCT_USAGE;
import static ews.domain.score.IndicatorGroup.SERVICE_UTILIZATION;
import static ews.domain.score.IndicatorGroup.SUPPORT_AND_OPERATIONS;

import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import java.util.List;

/**
 * The profiles of the five starter segments. In all of them usage and utilization weigh 65 together, so that an account
 * that has gone silent is poor whatever its goals, answers and tickets say: the rest is at most 35.
 */
final class StarterProfiles {

    private StarterProfiles() {}

    /** Somebody who tries the product out opens it every other day; most have no goals or answers yet. */
    static HealthProfile freeTrial() {
        return profile(
                indicator(PRODUCT_USAGE, new Measurement("active_days", 14), 1, 7, 40),
                attainment(0, 60, 20),
                utilization(10, 60, 25),
                feedback(30, 80, 5),
                issues(4, 10));
    }

    /** Regular use and the first goals count; both begin low. */
    static HealthProfile onboarding() {
        return profile(
                indicator(PRODUCT_USAGE, new Measurement("active_days", 14), 1, 8, 35),
                attainment(0, 50, 20),
                utilization(10, 60, 30),
                feedback(30, 80, 5),
                issues(5, 10));
    }

    /** Many users, so a change of their number tells more than days with usage; and always a few tickets. */
    static HealthProfile enterprise() {
        return profile(
                indicator(PRODUCT_USAGE, new Measurement("active_users", 28).as(Form.CHANGE), 60, 95, 40),
                attainment(20, 80, 15),
                utilization(20, 65, 25),
                feedback(40, 80, 10),
                issues(10, 10));
    }

    /** Few users, whose number jumps: days with usage tell more. */
    static HealthProfile smb() {
        return profile(
                indicator(PRODUCT_USAGE, new Measurement("active_days", 28), 4, 16, 40),
                attainment(20, 80, 15),
                utilization(20, 70, 25),
                feedback(40, 80, 10),
                issues(5, 10));
    }

    /** Customers of long standing: what they do now against what they did. */
    static HealthProfile established() {
        return profile(
                indicator(PRODUCT_USAGE, new Measurement("active_users", 28).as(Form.CHANGE), 60, 95, 40),
                attainment(20, 80, 15),
                utilization(20, 65, 25),
                feedback(40, 80, 10),
                issues(6, 10));
    }

    private static HealthProfile profile(Indicator... indicators) {
        return new HealthProfile(List.of(indicators), 70, 40, 30);
    }

    /** Percent of the goals. */
    private static Indicator attainment(double poorAt, double goodAt, int weight) {
        return indicator(BUSINESS_OUTCOMES, new Measurement("outcome_attainment", 1), poorAt, goodAt, weight);
    }

    /** Percent of the paid seats that were active within four weeks. */
    private static Indicator utilization(double poorAt, double goodAt, int weight) {
        return indicator(SERVICE_UTILIZATION, new Measurement("seat_utilization", 28), poorAt, goodAt, weight);
    }

    /** Percent, the mean of half a year. */
    private static Indicator feedback(double poorAt, double goodAt, int weight) {
        return indicator(CUSTOMER_FEEDBACK, new Measurement("feedback", 180), poorAt, goodAt, weight);
    }

    private static Indicator issues(double poorAt, int weight) {
        return indicator(SUPPORT_AND_OPERATIONS, new Measurement("open_issues", 1), poorAt, 0, weight);
    }

    private static Indicator indicator(
            IndicatorGroup group, Measurement measurement, double poorAt, double goodAt, int weight) {
        return new Indicator(group, measurement, poorAt, goodAt, weight, MissingData.EXCLUDED);
    }
}
