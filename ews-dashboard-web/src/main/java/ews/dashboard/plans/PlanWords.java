package ews.dashboard.plans;

import ews.dashboard.view.Figures;
import ews.plays.getwell.GetWellPlan;

/** How plans read wherever they are shown. */
final class PlanWords {

    private PlanWords() {}

    /** For example {@code 2 of 5 steps done}. */
    static String summary(GetWellPlan plan) {
        return plan.steps().isEmpty()
                ? "No step yet"
                : "%d of %s done"
                        .formatted(plan.stepsDone(), Figures.count(plan.steps().size(), "step", "steps"));
    }
}
