package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.event.EventType;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.FeatureNames;
import ews.domain.metric.Unit;
import ews.domain.score.HealthScore;
import ews.domain.score.IndicatorGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * An account that is otherwise active hardly uses a part of the product. Uses are counted per active user, so that
 * fewer people at work are not mistaken for less interest.
 *
 * @param feature how the names of the features begin, as {@code report}; a star at its end says nothing more
 * @param days the length of the periods, which end yesterday
 * @param percent low is below this percentage of the account's own level in the three periods before; 0 compares nothing
 * @param perUser low is also fewer uses per active user than this; 0 for no such limit
 * @param leastUsers active users that an account needs to be judged
 */
public record LowFeatureUse(String feature, int days, int percent, double perUser, int leastUsers) implements RuleKind {

    private static final int PERIODS_BEFORE = 3;
    /** So few uses in a period are no level from which it could fall. */
    private static final int LEAST_USES_BEFORE = 20;
    /** A quarter less is worse. */
    private static final double WORSE = 0.75;

    public LowFeatureUse {
        feature = FeatureNames.beginning(feature);
        if (feature.isBlank()) {
            throw new IllegalArgumentException("Name the feature, or how the names of the features begin");
        }
        Words.check("Days", days, 7, 45);
        Words.check("Percent of the level before", percent, 0, 100);
        Words.check("Uses per active user", perUser, 0, 1_000);
        Words.check("Active users", leastUsers, 1, 100_000);
        if (percent == 0 && perUser == 0) {
            throw new IllegalArgumentException("Give a percentage of the level before, or a least number of uses");
        }
    }

    /** Uses of the features in one period, and by how many active users. */
    private record Level(Days period, long uses, int users) {

        double perUser() {
            return users == 0 ? 0 : (double) uses / users;
        }
    }

    @Override
    public Verdict judge(Occasion occasion) {
        Days window = occasion.wholeDays(days);
        List<String> features = features(occasion.facts(), window);
        if (features.isEmpty()) {
            return new Quiet("The account had not used %s before this period.".formatted(feature));
        }
        Level now = level(occasion.facts(), features, window);
        if (now.users < leastUsers) {
            return new Undecided("With %s in %s there is too little use of anything to judge %s."
                    .formatted(Unit.USERS.say(now.users), Words.days(days), feature));
        }
        List<Level> earlier = earlier(occasion, features, window);
        double usual = mean(earlier, Level::perUser);
        boolean fell = mean(earlier, Level::uses) >= LEAST_USES_BEFORE && now.perUser() * 100 < usual * percent;
        return fell || now.perUser() < perUser
                ? new Raised(evidence(occasion.facts(), features, now, earlier))
                : new Quiet(uses(now) + " of " + feature + " by " + Unit.USERS.say(now.users) + " in "
                        + Words.days(days) + ".");
    }

    /** The features that the account knew before {@code window} began. */
    private List<String> features(AccountFacts facts, Days window) {
        return facts.featureFirstDays().entrySet().stream()
                .filter(first ->
                        first.getKey().startsWith(feature) && first.getValue().isBefore(window.first()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Level level(AccountFacts facts, List<String> features, Days period) {
        long uses = features.stream()
                .mapToLong(name -> facts.usage().events(name, period))
                .sum();
        return new Level(period, uses, facts.usage().activeUsers(period));
    }

    /** The periods before, latest first, as far as the account was in use for the whole of them. */
    private static List<Level> earlier(Occasion occasion, List<String> features, Days window) {
        var levels = new ArrayList<Level>();
        Days period = window.before();
        while (levels.size() < PERIODS_BEFORE && occasion.wasInUseBy(period.first())) {
            levels.add(level(occasion.facts(), features, period));
            period = period.before();
        }
        return levels;
    }

    private static double mean(List<Level> levels, ToDoubleFunction<Level> number) {
        return levels.stream().mapToDouble(number).average().orElse(0);
    }

    private Evidence evidence(AccountFacts facts, List<String> features, Level now, List<Level> earlier) {
        double usual = mean(earlier, Level::perUser);
        String title = now.perUser() < usual
                ? "Use of %s fell %s: from %s to %s uses per active user in %s"
                        .formatted(
                                feature,
                                Words.percent(100 * (1 - now.perUser() / usual)),
                                Unit.number(usual),
                                Unit.number(now.perUser()),
                                Words.days(days))
                : "Little use of %s: %s by %s in %s"
                        .formatted(feature, uses(now), Unit.USERS.say(now.users), Words.days(days));
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("Uses per active user", Unit.number(now.perUser()), Unit.number(usual)));
        for (String name : features) {
            Level before = earlier.isEmpty() ? now : earlier.getFirst();
            figures.add(new Figure(
                    "Uses of " + name,
                    Unit.number(facts.usage().events(name, now.period)),
                    Unit.number(facts.usage().events(name, before.period))));
        }
        var lines = new ArrayList<Line>();
        for (Level level : earlier.reversed()) {
            lines.add(line(level));
        }
        lines.add(line(now));
        var severity = new Severity("use of " + feature, now.perUser(), WORSE * now.perUser(), Unit.USES_PER_USER);
        return new Evidence(title, now.period, figures, lines, IndicatorGroup.PRODUCT_USAGE, severity);
    }

    private Line line(Level level) {
        return new Line(
                level.period.last(),
                "%s by %s in the %s up to here"
                        .formatted(uses(level), Unit.USERS.say(level.users), Words.days(level.period.length())));
    }

    private static String uses(Level level) {
        return level.uses == 1 ? "1 use" : Unit.number(level.uses) + " uses";
    }

    @Override
    public int usageDays() {
        return days * (1 + PERIODS_BEFORE) + 1;
    }

    @Override
    public Set<EventType> misses(HealthScore score) {
        return reads(score);
    }

    @Override
    public String text() {
        var limits = new ArrayList<String>();
        if (percent > 0) {
            limits.add("below %s of the account's own level before".formatted(Words.percent(percent)));
        }
        if (perUser > 0) {
            limits.add("below %s per active user".formatted(Unit.number(perUser)));
        }
        return "uses of %s within %s are %s".formatted(feature, Words.days(days), String.join(" or ", limits));
    }
}
