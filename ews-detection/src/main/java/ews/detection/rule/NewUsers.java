package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.metric.Unit;
import ews.domain.score.IndicatorGroup;
import java.util.Comparator;
import java.util.List;

/**
 * Many users joined at once.
 *
 * @param count how many, at least
 * @param days within how many days
 * @param percent how many at least, as a percentage of the users who were active in the 28 days before, so that the
 *     ordinary coming and going of a big account is no event
 * @param tenure days that the account must have been in use before; every user of a new or newly connected account is
 *     new
 */
public record NewUsers(int count, int days, int percent, int tenure) implements RuleKind {

    private static final int COMPARED_DAYS = 28;
    /** Half as many again are worth another look. */
    private static final double MORE = 1.5;

    public NewUsers {
        Words.check("New users", count, 1, 100_000);
        Words.check("Days", days, 1, 90);
        Words.check("Percent of the active users", percent, 0, 1_000);
        Words.check("Tenure", tenure, 0, 365);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        Days window = occasion.lately(days);
        if (!occasion.wasInUseBy(window.first().minusDays(tenure))) {
            return new Quiet("The account was not yet in use for %s before, so all of its users are new."
                    .formatted(Words.days(tenure)));
        }
        int joined = occasion.facts().newUsers(window);
        if (joined < count) {
            return new Quiet(Unit.USERS.say(joined) + " joined in " + Words.days(days) + ".");
        }
        Days earlier = Days.endingWith(window.first().minusDays(1), COMPARED_DAYS);
        int active = occasion.facts().usage().activeUsers(earlier);
        if (joined * 100L < (long) percent * active) {
            return new Quiet("%s joined in %s, which is little beside %s."
                    .formatted(Unit.USERS.say(joined), Words.days(days), Unit.USERS.say(active)));
        }
        return new Raised(evidence(occasion, window, joined, active));
    }

    private Evidence evidence(Occasion occasion, Days window, int joined, int active) {
        List<Line> lines = occasion.facts().userFirstDays().entrySet().stream()
                .filter(first -> window.contains(first.getValue()))
                .map(first -> new Line(first.getValue(), "New user", first.getKey()))
                .sorted(Comparator.comparing(Line::day).thenComparing(Line::user))
                .toList();
        return new Evidence(
                "%s joined in %s".formatted(Unit.USERS.say(joined), Words.days(days)),
                window,
                List.of(
                        new Figure("New users, " + Words.days(days), Unit.number(joined)),
                        new Figure(
                                "Active users, %s before".formatted(Words.days(COMPARED_DAYS)), Unit.number(active))),
                lines,
                IndicatorGroup.PRODUCT_USAGE,
                new Severity("the number who joined", joined, Math.ceil(MORE * joined), Unit.USERS));
    }

    @Override
    public Measurement shownBy() {
        return new Measurement("new_users", days);
    }

    @Override
    public int usageDays() {
        return days + COMPARED_DAYS;
    }

    @Override
    public String text() {
        return "%s or more joined within %s".formatted(Unit.USERS.say(count), Words.days(days));
    }

    @Override
    public boolean happensOnce() {
        return true;
    }
}
