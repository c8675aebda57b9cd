package ews.detection.rule;

import static ews.detection.rule.Nature.OPPORTUNITY;
import static ews.detection.rule.Nature.RISK;

import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that a new installation begins with. They are set to stay quiet about accounts that do well. */
final class StarterRules {

    /** By key, in their order. */
    static final Map<String, RuleDefinition> ALL = inOrder(
            rule("new-users", "10 new users joined", OPPORTUNITY, new NewUsers(10, 7, 5, 28), 14, "train-new-users"),
            rule("new-feature", "Started using a new feature", OPPORTUNITY, new FirstUse(7, 28, 3), 7, "adopt-feature"),
            rule(
                    "low-reporting",
                    "Low engagement with reporting",
                    RISK,
                    new LowFeatureUse("report", 28, 40, 0.2, 5),
                    14,
                    "reporting-review"),
            rule(
                    "active-users-decline",
                    "20 % decline in active users",
                    RISK,
                    new Decline(new Measurement("active_users", 28), 20, 10),
                    14,
                    "declining-usage"),
            rule("poor-health", "Poor health", RISK, new BandEntered(Band.POOR, 14), 7, "win-back"),
            rule("overdue-invoice", "Overdue invoice", RISK, new OverdueInvoice(7), 1, null),
            rule("renewal", "Renewal in 90 days", OPPORTUNITY, new RenewalWithin(90), 1, "renewal"));

    private StarterRules() {}

    private static Map.Entry<String, RuleDefinition> rule(
            String key, String name, Nature nature, RuleKind kind, int holdDays, @Nullable String play) {
        return Map.entry(key, new RuleDefinition(name, nature, kind, Audience.EVERYBODY, 1, holdDays, holdDays, play));
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
