package ews.dashboard.accounts;

import ews.dashboard.view.Trend;
import ews.dashboard.view.Trend.Happening;
import ews.dashboard.view.When;
import ews.detection.alert.Alert;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Subscription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The score over twelve months, with what happened to the account and to the way in which it is scored. */
final class HealthTimeline {

    private HealthTimeline() {}

    static Trend of(
            List<ScoreHistory.Day> history, List<Alert> alerts, AccountFacts facts, LocalDate first, LocalDate last) {
        var scores = new TreeMap<LocalDate, @Nullable Double>();
        history.forEach(day -> scores.put(day.day(), day.score() == null ? null : day.score() / 10.0));
        var happenings = new ArrayList<Happening>();
        happenings.addAll(profiles(history));
        alerts.forEach(alert -> happenings.add(
                new Happening(alert.raisedOn(), "alert-" + alert.nature().code(), "Alert: " + alert.title())));
        happenings.addAll(contract(facts, last));
        return Trend.of(scores, first, last, 0, 100, happenings);
    }

    private static List<Happening> profiles(List<ScoreHistory.Day> history) {
        var changes = new ArrayList<Happening>();
        for (int i = 1; i < history.size(); i++) {
            if (history.get(i).profileVersionId() != history.get(i - 1).profileVersionId()) {
                changes.add(new Happening(history.get(i).day(), "profile", "Scored by another profile version"));
            }
        }
        return changes;
    }

    private static List<Happening> contract(AccountFacts facts, LocalDate asOf) {
        var changes = new ArrayList<Happening>();
        facts.subscriptionChanges().stream()
                .filter(change -> change.status() == SubscriptionStatus.CANCELLED)
                .forEach(change -> changes.add(new Happening(change.day(), "contract", "Cancelled")));
        facts.subscription(asOf)
                .map(Subscription::renewal)
                .ifPresent(renewal ->
                        changes.add(new Happening(renewal, "contract", "Renewal on " + When.day(renewal))));
        return changes;
    }
}
