package ews.domain.metric;

import java.util.List;
import java.util.Objects;

/** Whether the customer gets the end result that the product was bought for. */
final class OutcomeMetrics {

    static final List<Metric> ALL = List.of(Metric.state(
            "outcome_attainment",
            "Outcome attainment",
            Unit.PERCENT,
            "The mean over all goals with a target of how far the account got, each between 0 and 100 %",
            (facts, _, window) -> facts.goals(window.last()).stream()
                    .filter(goal -> goal.target() != null && goal.target() > 0)
                    .mapToDouble(goal -> goal.value() / Objects.requireNonNull(goal.target()))
                    .map(share -> 100 * Math.clamp(share, 0, 1))
                    .average()));

    private OutcomeMetrics() {}
}
