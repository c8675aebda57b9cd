package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.metric.Unit;
import ews.domain.score.IndicatorGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An account that knows the product started to use a feature that it had never used.
 *
 * @param days how long the beginning counts as new
 * @param tenure days that the account must have been in use before; in its first days everything is new
 * @param leastUses events that make a use of it rather than a glance
 */
public record FirstUse(int days, int tenure, int leastUses) implements RuleKind {

    public FirstUse {
        Words.check("Days", days, 1, 90);
        Words.check("Tenure", tenure, 1, 365);
        Words.check("Uses", leastUses, 1, 100_000);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        Days window = occasion.lately(days);
        if (!occasion.wasInUseBy(window.first().minusDays(tenure))) {
            return new Quiet("The account was not yet in use for %s before, so all of its features are new."
                    .formatted(Words.days(tenure)));
        }
        AccountFacts facts = occasion.facts();
        List<Beginning> begun = beginnings(facts, window);
        if (begun.isEmpty()) {
            return new Quiet("No feature was used for the first time in " + Words.days(days) + ".");
        }
        long known = facts.featureFirstDays().values().stream()
                .filter(first -> first.isBefore(window.first()))
                .count();
        if (begun.size() > known) {
            return new Quiet(
                    "%s appeared at once beside %d known ones: rather a newly connected source than new habits."
                            .formatted(Unit.FEATURES.say(begun.size()), known));
        }
        List<Beginning> used = begun.stream().filter(it -> it.uses >= leastUses).toList();
        return used.isEmpty()
                ? new Quiet("%s was used fewer than %d times so far.".formatted(begun.getFirst().feature, leastUses))
                : new Raised(evidence(facts, window, used));
    }

    /** A feature that was first used in the window. */
    private record Beginning(String feature, LocalDate first, long uses) {}

    private static List<Beginning> beginnings(AccountFacts facts, Days window) {
        return facts.featureFirstDays().entrySet().stream()
                .filter(first -> window.contains(first.getValue()))
                .map(first -> new Beginning(
                        first.getKey(), first.getValue(), facts.usage().events(first.getKey(), window)))
                .sorted(Comparator.comparing(Beginning::first).thenComparing(Beginning::feature))
                .toList();
    }

    private static Evidence evidence(AccountFacts facts, Days window, List<Beginning> used) {
        var figures = new ArrayList<Figure>();
        var lines = new ArrayList<Line>();
        for (Beginning it : used) {
            figures.add(new Figure("Uses of " + it.feature, Unit.number(it.uses), "never"));
            lines.add(new Line(it.first, "Used %s for the first time".formatted(it.feature)));
            lines.addAll(daily(facts, it.feature, new Days(it.first, window.last())));
        }
        lines.sort(Comparator.comparing(Line::day));
        String what = used.size() == 1 ? used.getFirst().feature : Unit.FEATURES.say(used.size());
        long uses = used.stream().mapToLong(Beginning::uses).sum();
        String title = "Started using %s: %s since %s"
                .formatted(what, Unit.EVENTS.say(uses), Words.day(used.getFirst().first));
        return new Evidence(
                title,
                window,
                figures,
                lines,
                IndicatorGroup.PRODUCT_USAGE,
                new Severity("use of " + what, uses, 2 * uses, Unit.EVENTS));
    }

    private static List<Line> daily(AccountFacts facts, String feature, Days over) {
        long[] daily = facts.usage().daily(feature, over);
        return IntStream.range(0, daily.length)
                .filter(i -> daily[i] > 0)
                .mapToObj(i ->
                        new Line(over.first().plusDays(i), "%s of %s".formatted(Unit.EVENTS.say(daily[i]), feature)))
                .toList();
    }

    @Override
    public Measurement shownBy() {
        return new Measurement("features_used", days);
    }

    @Override
    public int usageDays() {
        return days;
    }

    @Override
    public String text() {
        return "a feature was used for the first time in the last %s, by an account in use for %s or more"
                .formatted(Words.days(days), Words.days(tenure));
    }

    @Override
    public boolean happensOnce() {
        return true;
    }
}
