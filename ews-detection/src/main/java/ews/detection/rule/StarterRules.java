package ews.detection.rule;

import static ews.detection.rule.Happening.Type.ANY_USE;
import static ews.detection.rule.Happening.Type.SLA_BREACHED;
import static ews.detection.rule.Nature.OPPORTUNITY;
import static ews.detection.rule.Nature.RISK;

import ews.detection.rhythm.Direction;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that a new installation begins with. They are set to stay quiet about accounts that do well. */
final class StarterRules {

    private static final Audience FREE_TRIALS = in("free_trial");
    private static final Audience ONBOARDING = in("onboarding");
    private static final Audience CUSTOMERS = in("established", "enterprise", "smb");

    /** By key, in their order. */
    static final Map<String, RuleDefinition> ALL = inOrder(
            rule("new-users", "10 new users joined", OPPORTUNITY, new NewUsers(10, 7, 5, 28), 14, "train-new-users"),
            rule(
                    "new-feature",
                    "Started using a new feature",
                    OPPORTUNITY,
                    new FirstUse(14, 28, 3),
                    7,
                    "adopt-feature"),
            rule(
                    "low-reporting",
                    "Low engagement with reporting",
                    RISK,
                    new LowFeatureUse("report", 28, 35, 0.2, 6),
                    14,
                    "reporting-review"),
            rule(
                    "active-users-decline",
                    "20 % decline in active users",
                    RISK,
                    new Decline(new Measurement("active_users", 28), 20, 10),
                    14,
                    "declining-usage"),
            rule(
                    "usage-off-rhythm",
                    "Usage fell below its own rhythm",
                    RISK,
                    CUSTOMERS,
                    new Rhythm(new Measurement("usage_events", 1), Direction.FALL, 40, 20, 10),
                    14,
                    "declining-usage"),
            rule(
                    "users-leave",
                    "Many of its few users stopped",
                    RISK,
                    CUSTOMERS,
                    new Decline(new Measurement("active_users", 28), 33, 4),
                    14,
                    "declining-usage"),
            rule(
                    "no-use",
                    "No use for 10 days",
                    RISK,
                    CUSTOMERS,
                    new Absence(new Happening(ANY_USE), 10),
                    7,
                    "win-back"),
            rule(
                    "onboarding-stalls",
                    "Onboarding stalls",
                    RISK,
                    ONBOARDING,
                    new Decline(new Measurement("active_users", 14), 40, 3),
                    7,
                    "onboarding"),
            rule(
                    "trial-goes-quiet",
                    "Trial goes quiet",
                    RISK,
                    FREE_TRIALS,
                    new Absence(new Happening(ANY_USE), 5),
                    3,
                    null),
            rule(
                    "trial-is-used",
                    "A trial in good use ends",
                    OPPORTUNITY,
                    new Audience(
                            FREE_TRIALS.segments(),
                            List.of(new Condition.Threshold(new Measurement("active_days", 14), true, 5))),
                    new Milestone(Milestone.Date.TRIAL_END, 7, null),
                    1,
                    null),
            rule("poor-health", "Poor health", RISK, new BandEntered(Band.POOR, 14), 7, "win-back"),
            rule("overdue-invoice", "Overdue invoice", RISK, new OverdueInvoice(7), 1, "invoice-trouble"),
            rule(
                    "sla-breaches",
                    "Two breaches of the SLA in 30 days",
                    RISK,
                    Audience.EVERYBODY,
                    new Frequency(new Happening(SLA_BREACHED), 2, 30),
                    14,
                    null),
            rule(
                    "seats-full",
                    "Nearly all seats are used",
                    OPPORTUNITY,
                    CUSTOMERS,
                    new Threshold(new Measurement("seat_utilization", 28), true, 95, 85.0),
                    14,
                    "expansion"),
            rule(
                    "active-users-growth",
                    "40 % more active users",
                    OPPORTUNITY,
                    CUSTOMERS,
                    new Growth(new Measurement("active_users", 28), 40, 6),
                    14,
                    "expansion"),
            rule(
                    "renewal",
                    "Renewal in 90 days, not in good health",
                    RISK,
                    new Audience(List.of(), List.of(Band.AVERAGE, Band.POOR, Band.UNKNOWN), List.of()),
                    new RenewalWithin(90),
                    14,
                    "renewal"));

    private StarterRules() {}

    private static Audience in(String... segments) {
        return new Audience(List.of(segments), List.of());
    }

    private static Map.Entry<String, RuleDefinition> rule(
            String key, String name, Nature nature, RuleKind kind, int holdDays, @Nullable String play) {
        return rule(key, name, nature, Audience.EVERYBODY, kind, holdDays, play);
    }

    private static Map.Entry<String, RuleDefinition> rule(
            String key,
            String name,
            Nature nature,
            Audience audience,
            RuleKind kind,
            int holdDays,
            @Nullable String play) {
        return Map.entry(key, new RuleDefinition(name, nature, kind, audience, 1, holdDays, holdDays, play));
    }

    @SafeVarargs
    private static Map<String, RuleDefinition> inOrder(Map.Entry<String, RuleDefinition>... rules) {
        var ordered = new LinkedHashMap<String, RuleDefinition>();
        for (Map.Entry<String, RuleDefinition> rule : rules) {
            ordered.put(rule.getKey(), rule.getValue());
        }
        return Collections.unmodifiableMap(ordered);
    }
}
