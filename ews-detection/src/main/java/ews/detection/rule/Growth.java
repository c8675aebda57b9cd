package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.metric.Unit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A metric grew, comparing two whole periods of the measurement's days, the later of which ended yesterday.
 *
 * @param percent by how much of the earlier value, at least
 * @param leastAfter the least later value that is worth telling
 */
public record Growth(Measurement measurement, int percent, double leastAfter) implements RuleKind {

    /** Percentage points, of the earlier value. */
    private static final int BETTER_BY = 10;

    public Growth {
        Decline.checkComparable(measurement);
        Words.check("Percent", percent, 1, 10_000);
        Words.check("Least value after", leastAfter, 0, 1e12);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        Days window = occasion.wholeDays(measurement.days());
        Days earlier = window.before();
        if (!occasion.wasInUseBy(earlier.first())) {
            return new Undecided("The account was not yet in use for two whole periods of %s."
                    .formatted(Words.days(measurement.days())));
        }
        OptionalDouble before = measurement.measure(occasion.facts(), earlier.last());
        OptionalDouble now = measurement.measure(occasion.facts(), window.last());
        if (before.isEmpty() || now.isEmpty() || before.getAsDouble() <= 0) {
            return new Undecided("There is nothing to compare %s with.".formatted(measurement.label()));
        }
        double was = before.getAsDouble();
        double is = now.getAsDouble();
        String change =
                "from %s to %s in %s".formatted(Unit.number(was), Unit.number(is), Words.days(measurement.days()));
        if (100 * (is - was) < percent * was || is < leastAfter) {
            return new Quiet(measurement.name() + " went " + change + ".");
        }
        Unit unit = measurement.definition().unit();
        return new Raised(new Evidence(
                "%s grew %s: %s".formatted(measurement.name(), Words.percent(100 * (is - was) / was), change),
                window,
                List.of(new Figure(measurement.label(), unit.say(is), unit.say(was))),
                Decline.weeks(measurement, occasion, window),
                occasion.groupOf(measurement.metric()),
                severity(100 * (is - was) / was)));
    }

    private Severity severity(double grew) {
        return new Severity(
                "the growth of " + measurement.name().toLowerCase(Locale.ROOT), grew, grew + BETTER_BY, Unit.PERCENT);
    }

    @Override
    public Measurement shownBy() {
        return measurement;
    }

    @Override
    public int usageDays() {
        return Math.max(2 * measurement.days(), 7 * Decline.SHOWN_WEEKS) + 1;
    }

    @Override
    public String text() {
        return "%s grew %s or more against the %s before"
                .formatted(
                        measurement.name().toLowerCase(Locale.ROOT),
                        Words.percent(percent),
                        Words.days(measurement.days()));
    }
}
