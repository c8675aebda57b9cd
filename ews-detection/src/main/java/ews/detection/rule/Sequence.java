package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.domain.event.EventType;
import ews.domain.fact.Days;
import ews.domain.score.HealthScore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * One thing happened, and then another did, or did not, within some days. Days are compared, not times of day: both on
 * the same day count as one after the other.
 *
 * @param days how many days after the first
 * @param followed whether the second must have happened; else it must have not, and the days are over
 */
public record Sequence(Happening first, Happening then, int days, boolean followed) implements RuleKind {

    /** What was not followed by anything for so long is no news any more. */
    private static final int STALE = 60;

    public Sequence {
        Words.check("Days", days, 1, 90);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        Days window = occasion.lately(days + (followed ? 1 : STALE));
        SortedMap<LocalDate, Long> firsts = first.during(occasion.facts(), window);
        SortedMap<LocalDate, Long> thens = then.during(occasion.facts(), window);
        return followed ? together(occasion, firsts, thens) : alone(occasion, firsts, thens);
    }

    /** The latest pair counts. */
    private Verdict together(Occasion occasion, SortedMap<LocalDate, Long> firsts, SortedMap<LocalDate, Long> thens) {
        Optional<LocalDate> began = thens.isEmpty()
                ? Optional.empty()
                : last(firsts.headMap(thens.lastKey().plusDays(1)));
        if (began.isEmpty()) {
            return new Quiet(
                    "No %s was followed by a %s within %s.".formatted(first.one(), then.one(), Words.days(days)));
        }
        LocalDate ended = thens.lastKey();
        return raised(
                "%s after a %s".formatted(Frequency.capital(then.one()), first.one()),
                new Days(began.get(), ended),
                List.of(
                        new Figure("Days in between", Long.toString(ChronoUnit.DAYS.between(began.get(), ended))),
                        new Figure(Frequency.capital(first.many()), Long.toString(Happening.sum(firsts))),
                        new Figure(Frequency.capital(then.many()), Long.toString(Happening.sum(thens)))),
                List.of(new Line(began.get(), first.one()), new Line(ended, then.one())));
    }

    /** The latest first one whose days are over counts; one that came after any of them ends it. */
    private Verdict alone(Occasion occasion, SortedMap<LocalDate, Long> firsts, SortedMap<LocalDate, Long> thens) {
        LocalDate due = occasion.asOf().minusDays(days);
        Optional<LocalDate> began = last(firsts.headMap(due));
        if (began.isEmpty()) {
            return new Quiet("No %s has waited for longer than %s.".formatted(first.one(), Words.days(days)));
        }
        if (!thens.tailMap(began.get()).isEmpty()) {
            return new Quiet("After the %s on %s there was a %s on %s."
                    .formatted(
                            first.one(),
                            Words.day(began.get()),
                            then.one(),
                            Words.day(thens.tailMap(began.get()).firstKey())));
        }
        long waited = ChronoUnit.DAYS.between(began.get(), occasion.asOf());
        return raised(
                "No %s in the %s since the %s".formatted(then.one(), Words.days(waited), first.one()),
                new Days(began.get(), occasion.asOf()),
                List.of(new Figure("Days without", Long.toString(waited))),
                List.of(new Line(began.get(), first.one())));
    }

    private static Optional<LocalDate> last(SortedMap<LocalDate, Long> days) {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.lastKey());
    }

    private Verdict raised(String title, Days window, List<Figure> figures, List<Line> lines) {
        List<Line> readable = lines.stream()
                .map(it -> new Line(it.day(), Frequency.capital(it.text())))
                .toList();
        return new Raised(
                new Evidence(title, window, figures, readable, then.type().group()));
    }

    @Override
    public int usageDays() {
        boolean usage = first.type().isUsage() || then.type().isUsage();
        return usage ? days + STALE : 0;
    }

    @Override
    public Set<EventType> reads(HealthScore score) {
        var types = EnumSet.noneOf(EventType.class);
        types.addAll(first.type().events());
        types.addAll(then.type().events());
        return types;
    }

    @Override
    public Set<EventType> misses(HealthScore score) {
        return followed ? Set.of() : then.type().events();
    }

    @Override
    public String text() {
        return followed
                ? "a %s was followed by a %s within %s".formatted(first.one(), then.one(), Words.days(days))
                : "a %s was not followed by a %s within %s".formatted(first.one(), then.one(), Words.days(days));
    }

    @Override
    public boolean happensOnce() {
        return followed;
    }
}
