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
import ews.domain.metric.Metrics;
import ews.domain.metric.Unit;
import ews.domain.score.HealthScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A metric is at or beyond a limit. With a second limit nothing is over until the metric is back at that one, so that a
 * value that moves around the first does not raise one alert after the other (hysteresis).
 *
 * @param atLeast whether the metric is at least the limit; else it is at most the limit
 * @param backAt where it is over: a value on the other side of the limit; {@code null} if right beyond the limit
 */
public record Threshold(
        Measurement measurement,
        boolean atLeast,
        double limit,
        @Nullable Double backAt) implements RuleKind {

    private static final int SHOWN_WEEKS = 8;

    public Threshold {
        if (measurement.form() == Form.PEERS) {
            throw new IllegalArgumentException(
                    "A rule judges an account by its own facts; it cannot compare %s with peers"
                            .formatted(measurement.name()));
        }
        Words.check("The limit", limit, -1e12, 1e12);
        if (backAt != null && (atLeast ? backAt > limit : backAt < limit)) {
            throw new IllegalArgumentException("It must be over at %s %s, not at %s"
                    .formatted(Unit.number(limit), atLeast ? "or less" : "or more", Unit.number(backAt)));
        }
    }

    @Override
    public Verdict judge(Occasion occasion) {
        OptionalDouble measured = measurement.measure(occasion.facts(), occasion.asOf());
        if (measured.isEmpty()) {
            return new Undecided("There is no data for %s.".formatted(measurement.label()));
        }
        double value = measured.getAsDouble();
        String reads =
                "%s: %s".formatted(measurement.label(), measurement.unit().say(value));
        if (isBeyond(value, limit)) {
            return new Raised(evidence(occasion, value, reads));
        }
        return backAt == null || !isBeyond(value, backAt) || value == backAt
                ? new Quiet(reads + ".")
                : new Undecided("%s, which is over only at %s."
                        .formatted(reads, measurement.unit().say(backAt)));
    }

    private boolean isBeyond(double value, double what) {
        return atLeast ? value >= what : value <= what;
    }

    private Evidence evidence(Occasion occasion, double value, String reads) {
        Unit unit = measurement.unit();
        var figures = List.of(
                new Figure(
                        measurement.label(),
                        unit.say(value),
                        measurement.measure(occasion.facts(), occasion.asOf().minusWeeks(1)).stream()
                                .mapToObj(unit::say)
                                .findFirst()
                                .orElse(null)),
                new Figure("The limit", (atLeast ? "at least " : "at most ") + unit.say(limit)));
        var lines = new ArrayList<Line>();
        for (int week = SHOWN_WEEKS - 1; week >= 0; week--) {
            LocalDate day = occasion.asOf().minusWeeks(week);
            measurement.measure(occasion.facts(), day).ifPresent(then -> lines.add(new Line(day, unit.say(then))));
        }
        return new Evidence(
                reads,
                Days.endingWith(occasion.asOf(), Math.max(1, measurement.days())),
                figures,
                lines,
                occasion.groupOf(measurement.metric()),
                severity(value));
    }

    /** A tenth further, and at least one, is worse. */
    private Severity severity(double value) {
        double further = Math.max(1, Math.abs(value) / 10);
        return new Severity(
                measurement.name().toLowerCase(Locale.ROOT),
                value,
                atLeast ? value + further : value - further,
                measurement.unit());
    }

    @Override
    public Measurement shownBy() {
        return measurement;
    }

    @Override
    public int usageDays() {
        int days = measurement.usageDays();
        return days == 0 ? 0 : days + 7 * SHOWN_WEEKS;
    }

    /** What is at most the limit may be missing; of what is at least the limit, some rises by itself. */
    @Override
    public Set<EventType> misses(HealthScore score) {
        return atLeast == Metrics.risesInSilence(measurement.definition()) ? reads(score) : Set.of();
    }

    @Override
    public String text() {
        String back = backAt == null
                ? ""
                : " (over at %s)".formatted(measurement.unit().say(backAt));
        String label = measurement.label();
        return "%s reached %s or %s%s"
                .formatted(
                        Character.toLowerCase(label.charAt(0)) + label.substring(1),
                        measurement.unit().say(limit),
                        atLeast ? "more" : "less",
                        back);
    }
}
