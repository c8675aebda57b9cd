package ews.dashboard.plans;

import ews.plays.getwell.PlanChange;
import java.time.Instant;

/** Something that was done with a plan, as its page tells it. */
record HistoryLine(Instant at, String who, String what) {

    static HistoryLine of(PlanChange change) {
        String words = words(change.action());
        return new HistoryLine(
                change.at(), change.actor(), change.detail().isEmpty() ? words : words + ": " + change.detail());
    }

    private static String words(String action) {
        return switch (action) {
            case "plan.started" -> "Started with the root cause";
            case "plan.root_cause_changed" -> "Root cause changed";
            case "plan.agreed" -> "Agreed with the customer";
            case "plan.achieved" -> "Achieved";
            case "plan.given_up" -> "Given up";
            case "plan.objective_added" -> "Objective added";
            case "plan.objective_removed" -> "Objective removed";
            case "plan.step_added" -> "Step added";
            case "plan.step_done" -> "Step done";
            case "plan.step_reopened" -> "Step opened again";
            case "plan.step_removed" -> "Step removed";
            case "plan.shared" -> "Shared";
            case "plan.link_revoked" -> "Link revoked";
            default -> action;
        };
    }
}
