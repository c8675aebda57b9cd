package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.event.EventType;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.Days;
import ews.domain.fact.Subscription;
import ews.domain.metric.Unit;
import ews.domain.score.HealthScore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A paid subscription renews within so many days. */
public record RenewalWithin(int days) implements RuleKind {

    public RenewalWithin {
        Words.check("Days", days, 1, 365);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        LocalDate asOf = occasion.asOf();
        Subscription subscription = occasion.facts().subscription(asOf).orElse(null);
        if (subscription == null || subscription.status() != SubscriptionStatus.ACTIVE) {
            return new Quiet("There is no paid subscription.");
        }
        LocalDate renewal = subscription.renewal();
        if (renewal == null) {
            return new Quiet("No renewal date is known.");
        }
        long left = ChronoUnit.DAYS.between(asOf, renewal);
        if (left < 0) {
            return new Undecided("The renewal date %s has passed, and no source says what came of it."
                    .formatted(Words.day(renewal)));
        }
        return left > days
                ? new Quiet("The renewal on %s is %s away.".formatted(Words.day(renewal), Words.days(left)))
                : new Raised(evidence(occasion, subscription, renewal, left));
    }

    private static Evidence evidence(Occasion occasion, Subscription subscription, LocalDate renewal, long left) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("Days to renewal", Unit.number(left)));
        if (subscription.annualValue() != null) {
            figures.add(new Figure("Annual value", Words.money(subscription.annualValue())));
        }
        if (subscription.plan() != null) {
            figures.add(new Figure("Plan", subscription.plan()));
        }
        if (subscription.seats() != null) {
            figures.add(new Figure("Seats", Unit.number(subscription.seats())));
        }
        occasion.score().score().ifPresent(points -> figures.add(new Figure("Health score", points.text())));
        var lines =
                List.of(new Line(subscription.started(), "The subscription started"), new Line(renewal, "It renews"));
        return new Evidence(
                left == 0 ? "Renews today" : "Renews in %s, on %s".formatted(Words.days(left), Words.day(renewal)),
                new Days(occasion.asOf(), renewal),
                figures,
                lines,
                null);
    }

    @Override
    public Set<EventType> reads(HealthScore score) {
        return Set.of(EventType.SUBSCRIPTION);
    }

    @Override
    public String text() {
        return "the subscription renews within " + Words.days(days);
    }
}
