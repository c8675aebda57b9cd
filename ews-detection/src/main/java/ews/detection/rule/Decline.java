package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.event.EventType;
import ews.domain.fact.Days;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.metric.Metric;
import ews.domain.metric.Unit;
import ews.domain.score.HealthScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A metric fell, comparing two whole periods of the measurement's days, the later of which ended yesterday.
 *
 * @param percent by how much of the earlier value, at least
 * @param leastBefore the least earlier value from which a fall says something
 */
public record Decline(Measurement measurement, int percent, double leastBefore) implements RuleKind {

    static final int SHOWN_WEEKS = 8;
    /** Percentage points, of the earlier value. */
    private static final int WORSE_BY = 10;

    public Decline {
        checkComparable(measurement);
        Words.check("Percent", percent, 1, 100);
        Words.check("Least value before", leastBefore, 0, 1e12);
    }

    /** @throws IllegalArgumentException if two periods of it cannot be compared */
    static void checkComparable(Measurement measurement) {
        Metric metric = measurement.definition();
        if (!metric.windowed() || metric.unit() == Unit.PERCENT || measurement.form() != Form.VALUE) {
            throw new IllegalArgumentException(
                    "This compares two periods, so it needs a metric that counts over a period; %s does not"
                            .formatted(measurement.label()));
        }
    }

    @Override
    public Verdict judge(Occasion occasion) {
        Days window = occasion.wholeDays(measurement.days());
        Days earlier = window.before();
        if (!occasion.wasInUseBy(earlier.first())) {
            return new Undecided("The account was not yet in use for two whole periods of %s."
                    .formatted(Words.days(measurement.days())));
        }
        OptionalDouble was = measurement.measure(occasion.facts(), earlier.last());
        OptionalDouble is = measurement.measure(occasion.facts(), window.last());
        if (was.isEmpty() || is.isEmpty()) {
            return new Undecided("There is no data for %s.".formatted(measurement.label()));
        }
        return judge(occasion, window, was.getAsDouble(), is.getAsDouble());
    }

    private Verdict judge(Occasion occasion, Days window, double was, double is) {
        if (was == 0 && is == 0) {
            return new Undecided("%s: none in either period.".formatted(measurement.label()));
        }
        String change =
                "from %s to %s in %s".formatted(Unit.number(was), Unit.number(is), Words.days(measurement.days()));
        if (100 * (was - is) < percent * was || was == 0) {
            return new Quiet(measurement.name() + " went " + change + ".");
        }
        if (was < leastBefore) {
            return new Undecided(
                    "%s fell %s, too few to tell a decline from chance.".formatted(measurement.name(), change));
        }
        return new Raised(evidence(occasion, window, was, is, change));
    }

    private Evidence evidence(Occasion occasion, Days window, double was, double is, String change) {
        Unit unit = measurement.definition().unit();
        return new Evidence(
                "%s fell %s: %s".formatted(measurement.name(), Words.percent(100 * (was - is) / was), change),
                window,
                List.of(new Figure(measurement.label(), unit.say(is), unit.say(was))),
                weeks(measurement, occasion, window),
                occasion.groupOf(measurement.metric()),
                severity(100 * (was - is) / was));
    }

    /** The metric over each of the last weeks. */
    static List<Line> weeks(Measurement measurement, Occasion occasion, Days window) {
        Unit unit = measurement.definition().unit();
        var lines = new ArrayList<Line>();
        for (LocalDate last = window.last().minusWeeks(SHOWN_WEEKS - 1);
                !last.isAfter(window.last());
                last = last.plusWeeks(1)) {
            LocalDate day = last;
            measurement
                    .over(7)
                    .measure(occasion.facts(), day)
                    .ifPresent(
                            value -> lines.add(new Line(day, "%s in the week up to here".formatted(unit.say(value)))));
        }
        return lines;
    }

    private Severity severity(double fell) {
        return new Severity(
                "the fall of " + measurement.name().toLowerCase(Locale.ROOT),
                fell,
                Math.min(fell + WORSE_BY, 100),
                Unit.PERCENT);
    }

    @Override
    public Measurement shownBy() {
        return measurement;
    }

    @Override
    public int usageDays() {
        return Math.max(2 * measurement.days(), 7 * SHOWN_WEEKS) + 1;
    }

    @Override
    public Set<EventType> misses(HealthScore score) {
        return reads(score);
    }

    @Override
    public String text() {
        return "%s fell %s or more against the %s before"
                .formatted(
                        measurement.name().toLowerCase(Locale.ROOT),
                        Words.percent(percent),
                        Words.days(measurement.days()));
    }
}
