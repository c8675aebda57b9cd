package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing that a play does. In JSON its kind is the {@code type}; a new kind of step is a new record here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(name = "task", value = Step.TaskStep.class),
    @Type(name = "watch_list", value = Step.WatchListStep.class),
    @Type(name = "escalate", value = Step.EscalateStep.class)
})
public sealed interface Step {

    /** The kind of step, as people call it. */
    String label();

    /** Somebody does something with or for the account. */
    record TaskStep(String title, String detail, Due due, AssigneeRole assignee) implements Step {

        @Override
        public String label() {
            return "Task";
        }
    }

    /** The account goes on a watch list, by the list's key, when the run starts. */
    record WatchListStep(String list, String reason) implements Step {

        @Override
        public String label() {
            return "Watch list";
        }
    }

    /** A manager is asked to help. */
    record EscalateStep(String title, String detail, Due due) implements Step {

        @Override
        public String label() {
            return "Escalate";
        }
    }
}
