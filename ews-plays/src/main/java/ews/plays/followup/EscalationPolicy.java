package ews.plays.followup;

/**
 * After how many working days what is overdue is told of.
 *
 * @param remindAfter the due day of a task its assignee is reminded
 * @param escalateAfter the due day of a task a manager is told
 * @param alertAfter the day on which an alert was raised it counts as left lying, if nobody has dealt with it
 */
public record EscalationPolicy(int remindAfter, int escalateAfter, int alertAfter) {

    public static final int MOST_DAYS = 60;

    /** @throws IllegalArgumentException if a number is out of range, or a manager would be told before the assignee */
    public EscalationPolicy {
        if (remindAfter < 1 || escalateAfter < 1 || alertAfter < 1) {
            throw new IllegalArgumentException("A reminder, an escalation and an alert take 1 working day at least");
        }
        if (remindAfter > MOST_DAYS || escalateAfter > MOST_DAYS || alertAfter > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "A reminder, an escalation and an alert take %d working days at most".formatted(MOST_DAYS));
        }
        if (escalateAfter <= remindAfter) {
            throw new IllegalArgumentException("A manager is told later than the assignee is reminded");
        }
    }
}
