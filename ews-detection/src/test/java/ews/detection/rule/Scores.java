package ews.detection.rule;

import ews.domain.fact.AccountFacts;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import ews.domain.score.Points;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Health scores for tests, of a profile with two indicators. */
public final class Scores {

    private static final Indicator USAGE = new Indicator(
            IndicatorGroup.PRODUCT_USAGE, new Measurement("active_users", 28), 0, 100, 70, MissingData.POOR);
    private static final Indicator SUPPORT = new Indicator(
            IndicatorGroup.SUPPORT_AND_OPERATIONS, new Measurement("open_issues", 0), 10, 0, 30, MissingData.EXCLUDED);

    private Scores() {}

    public static HealthScore good(LocalDate day) {
        return score(day, Band.GOOD, 60, 30);
    }

    /** 35 of 100. */
    public static HealthScore poor(LocalDate day) {
        return poor(day, 10);
    }

    /** @param usage points of 70, besides the 25 of 30 that support gives */
    public static HealthScore poor(LocalDate day, int usage) {
        return score(day, Band.POOR, usage, 25);
    }

    public static HealthScore unknown(LocalDate day) {
        return new HealthScore(day, Band.UNKNOWN, null, List.of(), 0);
    }

    /** What a rule judges, in the segment {@code other}, with no earlier scores than the one before. */
    public static Occasion occasion(
            AccountFacts facts, @Nullable HealthScore before, HealthScore score, LocalDate day) {
        return new Occasion(facts, "other", before, score, Map.of(), day);
    }

    private static HealthScore score(LocalDate day, Band band, int usage, int support) {
        return new HealthScore(
                day,
                band,
                Points.of(usage + support),
                List.of(
                        new Part(USAGE, OptionalDouble.of(12), Points.of(70), Points.of(usage)),
                        new Part(SUPPORT, OptionalDouble.of(1), Points.of(30), Points.of(support))),
                100);
    }
}
