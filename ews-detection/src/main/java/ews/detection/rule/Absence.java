package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.event.EventType;
import ews.domain.fact.Days;
import ews.domain.metric.Unit;
import ews.domain.score.HealthScore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Something that used to happen has not happened for some time. What never happened is not missed: there is nothing to
 * say about it.
 *
 * @param days for how many days, today included, it has not happened
 */
public record Absence(Happening what, int days) implements RuleKind {

    /** How far back it looks for the last time, so that it can be told. */
    private static final int LOOK_BACK = 90;

    /** The last ones tell most. */
    private static final int SHOWN = 8;

    public Absence {
        Words.check("Days", days, 1, 180);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        LocalDate asOf = occasion.asOf();
        Days window = occasion.lately(days);
        SortedMap<LocalDate, Long> lately = what.during(occasion.facts(), window);
        if (!lately.isEmpty()) {
            return new Quiet("The last %s was on %s.".formatted(what.one(), Words.day(lately.lastKey())));
        }
        Optional<LocalDate> first = what.first(occasion.facts(), asOf);
        if (first.isEmpty()) {
            return new Undecided("There has never been a %s, so none is missed.".formatted(what.one()));
        }
        Days before = Days.endingWith(window.first().minusDays(1), LOOK_BACK);
        return new Raised(evidence(window, first.get(), what.during(occasion.facts(), before)));
    }

    private Evidence evidence(Days window, LocalDate first, SortedMap<LocalDate, Long> before) {
        var figures = new ArrayList<Figure>();
        var lines = new ArrayList<Line>();
        long absent = ChronoUnit.DAYS.between(before.isEmpty() ? window.first() : before.lastKey(), window.last());
        String since = "more than " + Words.days(days);
        if (before.isEmpty()) {
            lines.add(new Line(first, "The first %s".formatted(what.one())));
        } else {
            LocalDate last = before.lastKey();
            since = Words.days(absent);
            figures.add(new Figure("Last time", Words.day(last)));
            before.forEach((day, times) -> lines.add(new Line(day, what.say(times))));
        }
        figures.addFirst(new Figure("Without any for", since));
        figures.add(new Figure("In the %s before".formatted(Words.days(LOOK_BACK)), what.say(Happening.sum(before))));
        return new Evidence(
                "No %s for %s".formatted(what.one(), since),
                window,
                figures,
                lines.size() > SHOWN ? lines.subList(lines.size() - SHOWN, lines.size()) : lines,
                what.type().group(),
                new Severity("the absence", absent, absent + days, Unit.DAYS));
    }

    @Override
    public int usageDays() {
        return what.type().isUsage() ? days + LOOK_BACK : 0;
    }

    @Override
    public Set<EventType> reads(HealthScore score) {
        return what.type().events();
    }

    @Override
    public Set<EventType> misses(HealthScore score) {
        return reads(score);
    }

    @Override
    public String text() {
        return "there was no %s for %s".formatted(what.one(), Words.days(days));
    }
}
