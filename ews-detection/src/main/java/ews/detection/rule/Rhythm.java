package ews.detection.rule;

import ews.detection.rhythm.Change;
import ews.detection.rhythm.ChangeSearch;
import ews.detection.rhythm.DailyCounts;
import ews.detection.rhythm.Direction;
import ews.detection.rhythm.FalseAlarms;
import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.event.EventType;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.metric.Unit;
import ews.domain.score.HealthScore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Daily counts left the account's own rhythm for good, found by {@link ChangeSearch}: within the last four weeks they
 * changed to a level that chance does not explain, given the account's weekdays and how much its days vary. Weekends,
 * single odd days, short pauses and the turn of the year raise nothing; a rise is measured against steady growth.
 *
 * @param measurement what is counted, day by day, whatever its number of days
 * @param percent the least change that matters, of what was expected
 * @param leastPerWeek the least count a week from which a change says something
 * @param falseAlarms how many false alarms may be expected of 100 accounts in a year; fewer means that changes are found
 *     later
 */
public record Rhythm(Measurement measurement, Direction direction, int percent, double leastPerWeek, int falseAlarms)
        implements RuleKind {

    /** The metrics whose value over a longer time grows with it, day by day. */
    private static final Set<String> COUNTED = Set.of("usage_events", "active_users", "logins", "feature_events");

    private static final int ACCOUNTS = 100;

    /** Percentage points, of what was expected. */
    private static final int WORSE_BY = 10;

    public Rhythm {
        if (!COUNTED.contains(measurement.metric())) {
            throw new IllegalArgumentException(
                    "A rhythm is about what is counted every day: usage_events, active_users, logins or feature_events, not %s"
                            .formatted(measurement.metric()));
        }
        measurement = measurement.as(Form.VALUE).over(1);
        Words.check("Percent", percent, 1, 100);
        Words.check("Least count a week", leastPerWeek, 1, 1e12);
        Words.check("False alarms of 100 accounts in a year", falseAlarms, 1, 400);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        Optional<LocalDate> since = begun(occasion);
        Days window = occasion.wholeDays(ChangeSearch.DAYS);
        if (since.isEmpty() || since.get().isAfter(window.last())) {
            return new Undecided("There is no data for %s.".formatted(named()));
        }
        if (since.get().isAfter(window.first())) {
            window = new Days(since.get(), window.last());
        }
        Optional<Change> change = ChangeSearch.largest(daily(occasion, window), direction);
        return change.isEmpty()
                ? new Undecided("%s: %s are too few to know the rhythm."
                        .formatted(measurement.name(), Words.days(window.length())))
                : judge(occasion, change.get());
    }

    private Verdict judge(Occasion occasion, Change change) {
        if (change.usualPerWeek() < leastPerWeek) {
            return new Undecided("%s: %s a week are too few to tell a change from chance."
                    .formatted(measurement.name(), Unit.number(change.usualPerWeek())));
        }
        double size = direction == Direction.FALL ? -change.percent() : change.percent();
        if (change.evidence() < FalseAlarms.leastEvidence((double) falseAlarms / ACCOUNTS)) {
            return new Quiet("%s: no more than chance %s the rhythm of %s a week."
                    .formatted(measurement.name(), side(), Unit.number(change.usualPerWeek())));
        }
        if (size < percent) {
            return new Quiet("%s are only %s %s their rhythm since %s."
                    .formatted(
                            measurement.name(), Words.percent(Math.max(0, size)), side(), Words.day(change.since())));
        }
        return new Raised(evidence(occasion, change, size));
    }

    private Evidence evidence(Occasion occasion, Change change, double size) {
        Unit unit = measurement.unit();
        String actual = Unit.number(change.actual() / change.days());
        String expected = Unit.number(change.expected() / change.days());
        List<Line> lines = change.lately().stream()
                .map(it -> new Line(
                        it.day(),
                        it.expected() == 0
                                ? unit.say(it.actual())
                                : "%s, %s expected".formatted(unit.say(it.actual()), Unit.number(it.expected()))))
                .toList();
        return new Evidence(
                "%s are %s %s their rhythm since %s: %s a day where %s were expected"
                        .formatted(
                                measurement.name(),
                                Words.percent(size),
                                side(),
                                Words.day(change.since()),
                                actual,
                                expected),
                new Days(change.since(), occasion.asOf().minusDays(1)),
                List.of(
                        new Figure("%s a day".formatted(measurement.name()), actual, expected),
                        new Figure("Beyond chance, in standard deviations", Unit.number(change.evidence()))),
                lines,
                occasion.groupOf(measurement.metric()),
                new Severity(
                        "the distance of %s from their rhythm".formatted(named()),
                        size,
                        direction == Direction.FALL ? Math.min(size + WORSE_BY, 100) : size + WORSE_BY,
                        Unit.PERCENT));
    }

    /** Where the metric is about one feature, its own first day. */
    private Optional<LocalDate> begun(Occasion occasion) {
        String subject = measurement.subject();
        return subject == null
                ? occasion.inUseSince()
                : occasion.facts().featureFirstDays().entrySet().stream()
                        .filter(first -> first.getKey().equals(subject))
                        .map(Map.Entry::getValue)
                        .min(Comparator.naturalOrder());
    }

    /** Where every account has its counts, they are read in one go. */
    private DailyCounts daily(Occasion occasion, Days window) {
        AccountFacts facts = occasion.facts();
        double[] counts = switch (measurement.metric()) {
            case "usage_events" ->
                LongStream.of(facts.usage().daily(window)).asDoubleStream().toArray();
            case "active_users" ->
                LongStream.of(facts.usage().dailyActiveUsers(window))
                        .asDoubleStream()
                        .toArray();
            default ->
                window.first()
                        .datesUntil(window.last().plusDays(1))
                        .mapToDouble(day -> measurement.measure(facts, day).orElse(0))
                        .toArray();
        };
        return new DailyCounts(window.first(), counts);
    }

    private String side() {
        return switch (direction) {
            case FALL -> "below";
            case RISE -> "above";
        };
    }

    private String named() {
        return measurement.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Measurement shownBy() {
        return measurement.over(7);
    }

    @Override
    public int usageDays() {
        return ChangeSearch.DAYS + 1;
    }

    @Override
    public Set<EventType> misses(HealthScore score) {
        return direction == Direction.FALL ? reads(score) : Set.of();
    }

    @Override
    public String text() {
        return "%s a day %s %s or more %s the account's own rhythm"
                .formatted(named(), direction == Direction.FALL ? "fell" : "rose", Words.percent(percent), side());
    }
}
