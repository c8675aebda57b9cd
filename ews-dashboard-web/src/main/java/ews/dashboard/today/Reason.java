package ews.dashboard.today;

import ews.detection.alert.Alert;
import ews.detection.rule.Nature;
import ews.plays.getwell.DueStep;
import ews.plays.run.Run;
import ews.plays.task.Task;
import java.time.LocalDate;

/**
 * Why an account is in the queue, and the page where something can be done about it.
 *
 * @param weight how far up it brings the account
 * @param minutes how long it takes, as a rule of thumb
 */
record Reason(String icon, String text, String href, int weight, int minutes) {

    static Reason of(Alert alert) {
        boolean risk = alert.nature() == Nature.RISK;
        String title = alert.worseOn() == null ? alert.title() : "It got worse: " + alert.title();
        return new Reason("bell", title, "/alerts/" + alert.id(), risk ? 30 : 8, 5);
    }

    static Reason of(Task task, LocalDate today) {
        boolean overdue = task.isOverdue(today);
        return new Reason(
                overdue ? "warning" : "check",
                (overdue ? "Overdue: " : "Due today: ") + task.title(),
                "/tasks/" + task.id(),
                overdue ? 25 : 12,
                10);
    }

    static Reason of(DueStep step, LocalDate today) {
        boolean overdue = step.due().isBefore(today);
        return new Reason(
                overdue ? "warning" : "check",
                (overdue ? "Overdue in the get-well plan: " : "Due today in the get-well plan: ") + step.title(),
                "/accounts/%s/plans/%s".formatted(step.account(), step.plan()),
                overdue ? 25 : 12,
                10);
    }

    static Reason awaitingOutcome(Run run) {
        return new Reason(
                "flag", "How did “%s” end?".formatted(run.playName()), "/runs/%s#outcome".formatted(run.id()), 15, 3);
    }

    static Reason poorAndFalling(long account, String story) {
        return new Reason("trending-down", "Poor and falling. " + story, "/accounts/" + account, 20, 5);
    }
}
