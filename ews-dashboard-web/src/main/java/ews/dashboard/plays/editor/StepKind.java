package ews.dashboard.plays.editor;

import ews.dashboard.setup.ConditionFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row of the form can be: a step, or where a branch turns and ends. */
enum StepKind {
    TASK("Task", "Task"),
    WATCH_LIST("Watch list", "Watch list"),
    ESCALATE("Escalation to a manager", "Escalation to a manager"),
    WAIT("Wait", "Wait for some days"),
    WAIT_TASKS("Wait for the tasks", "Wait until all tasks are done"),
    WAIT_METRIC("Wait for a metric", "Wait for a metric"),
    WAIT_ATTRIBUTE("Wait for an attribute", "Wait for an attribute"),
    IF_METRIC("Branch on a metric", "Branch on a metric"),
    IF_ATTRIBUTE("Branch on an attribute", "Branch on an attribute"),
    OTHERWISE("Otherwise", "Otherwise, in a branch"),
    END("End of the branch", "End of a branch"),
    EMAIL("Email, sent by itself", "Email to contacts, sent by itself"),
    EMAIL_TASK("Email, sent by the CSM", "Email to contacts, checked and sent by the CSM"),
    MESSAGE("Message", "Message to Slack or a webhook"),
    START_PLAY("Start a play", "Start another play");

    private final String label;
    private final String choice;

    StepKind(String label, String choice) {
        this.label = label;
        this.choice = choice;
    }

    /** Above the row. */
    public String label() {
        return label;
    }

    /** Where one is added. */
    public String choice() {
        return choice;
    }

    /** Somebody has to do it by a day. */
    public boolean isWork() {
        return isTask() || this == EMAIL_TASK;
    }

    /** Its title and text are written here. */
    public boolean isTask() {
        return this == TASK || this == ESCALATE;
    }

    public boolean isEmail() {
        return this == EMAIL || this == EMAIL_TASK;
    }

    public boolean isWait() {
        return this == WAIT || this == WAIT_TASKS || this == WAIT_METRIC || this == WAIT_ATTRIBUTE;
    }

    public boolean isBranch() {
        return this == IF_METRIC || this == IF_ATTRIBUTE;
    }

    /** It is no step, and says where the steps of a branch turn or end. */
    public boolean isMark() {
        return this == OTHERWISE || this == END;
    }

    /** The kind of condition that it asks for; {@code null} if it asks for none. */
    public @Nullable String condition() {
        return switch (this) {
            case WAIT_METRIC, IF_METRIC -> ConditionFields.METRIC;
            case WAIT_ATTRIBUTE, IF_ATTRIBUTE -> ConditionFields.ATTRIBUTE;
            case TASK, WATCH_LIST, ESCALATE, WAIT, WAIT_TASKS, OTHERWISE, END, EMAIL, EMAIL_TASK, MESSAGE, START_PLAY ->
                null;
        };
    }

    /** What the form gets when somebody adds one: a branch comes with its end. */
    List<StepKind> added() {
        return isBranch() ? List.of(this, OTHERWISE, END) : List.of(this);
    }
}
