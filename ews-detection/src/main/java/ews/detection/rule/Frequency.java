package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.domain.event.EventType;
import ews.domain.fact.Days;
import ews.domain.metric.Unit;
import ews.domain.score.HealthScore;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Something happened often within some days.
 *
 * @param times how often at least
 * @param days within how many days, today included
 */
public record Frequency(Happening what, int times, int days) implements RuleKind {

    public Frequency {
        Words.check("Times", times, 1, 1_000_000);
        Words.check("Days", days, 1, 180);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        Days window = occasion.lately(days);
        SortedMap<LocalDate, Long> lately = what.during(occasion.facts(), window);
        long count = Happening.sum(lately);
        if (count < times) {
            return new Quiet("%s in %s.".formatted(what.say(count), Words.days(days)));
        }
        long before = Happening.sum(what.during(occasion.facts(), window.before()));
        List<Line> lines = lately.entrySet().stream()
                .map(it -> new Line(it.getKey(), what.say(it.getValue())))
                .toList();
        return new Raised(new Evidence(
                "%s in %s".formatted(what.say(count), Words.days(days)),
                window,
                List.of(new Figure(capital(what.many()) + ", " + Words.days(days), what.say(count), what.say(before))),
                lines,
                what.type().group(),
                new Severity(what.many(), count, count + Math.max(1, times / 2), Unit.NUMBER)));
    }

    static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    @Override
    public int usageDays() {
        return what.type().isUsage() ? 2 * days : 0;
    }

    @Override
    public Set<EventType> reads(HealthScore score) {
        return what.type().events();
    }

    @Override
    public String text() {
        return "there were %s or more within %s".formatted(what.say(times), Words.days(days));
    }

    @Override
    public boolean happensOnce() {
        return true;
    }
}
