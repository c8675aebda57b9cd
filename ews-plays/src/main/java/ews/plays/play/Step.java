package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

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

    /** By what people tell it from the other steps. */
    String name();

    /** When it is due; {@code null} if it is done at once when the run starts. */
    @Nullable
    Due due();

    /** Somebody does something with or for the account. */
    record TaskStep(String title, String detail, Due due, AssigneeRole assignee) implements Step {

        @Override
        public String label() {
            return "Task";
        }

        @Override
        public String name() {
            return title;
        }
    }

    /** The account goes on a watch list, by the list's key, when the run starts. */
    record WatchListStep(String list, String reason) implements Step {

        @Override
        public String label() {
            return "Watch list";
        }

        @Override
        public String name() {
            return list;
        }

        @Override
        public @Nullable Due due() {
            return null;
        }
    }

    /** A manager is asked to help. */
    record EscalateStep(String title, String detail, Due due) implements Step {

        @Override
        public String label() {
            return "Escalate";
        }

        @Override
        public String name() {
            return title;
        }
    }
}
