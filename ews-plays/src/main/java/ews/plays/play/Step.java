package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ews.domain.segment.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a play does. In JSON its kind is the {@code type}; a new kind of step is a new record here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(name = "task", value = Step.TaskStep.class),
    @Type(name = "watch_list", value = Step.WatchListStep.class),
    @Type(name = "escalate", value = Step.EscalateStep.class),
    @Type(name = "wait", value = Step.WaitStep.class),
    @Type(name = "branch", value = Step.BranchStep.class),
    @Type(name = "start_play", value = Step.StartPlayStep.class),
    @Type(name = "email", value = Step.EmailStep.class),
    @Type(name = "message", value = Step.MessageStep.class)
})
public sealed interface Step {

    /** The kind of step, as people call it. */
    String label();

    /** By what people tell it from the other steps. */
    String name();

    /** When it is due; {@code null} if it is done as soon as the run comes to it. */
    default @Nullable Due due() {
        return null;
    }

    /** The step without those inside it. */
    default Step alone() {
        return this;
    }

    /** Somebody does something with or for the account. */
    record TaskStep(String title, String detail, Due due, Assignee assignee) implements Step {

        @Override
        public String label() {
            return "Task";
        }

        @Override
        public String name() {
            return title;
        }
    }

    /**
     * The account goes on a watch list.
     *
     * @param list by its key
     * @param days for how many days; {@code null} for until somebody takes it off
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WatchListStep(
            String list, String reason, @Nullable Integer days) implements Step {

        public WatchListStep(String list, String reason) {
            this(list, reason, null);
        }

        /** In words, for how long. */
        public String staying() {
            return days == null ? "until somebody takes it off" : "for " + Due.Unit.CALENDAR_DAYS.say(days);
        }

        @Override
        public String label() {
            return "Watch list";
        }

        @Override
        public String name() {
            return list;
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

    /** The run waits, and goes on whether or not what it waited for has come. A branch after it can tell. */
    record WaitStep(Wait until) implements Step {

        @Override
        public String label() {
            return "Wait";
        }

        @Override
        public String name() {
            return until.text();
        }
    }

    /** What comes next depends on the facts of the account on that day. */
    record BranchStep(Condition condition, List<Step> then, List<Step> otherwise) implements Step {

        public BranchStep {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public String label() {
            return "Branch";
        }

        @Override
        public String name() {
            return "if " + condition.text();
        }

        @Override
        public Step alone() {
            return new BranchStep(condition, List.of(), List.of());
        }
    }

    /**
     * Contacts of the account get an email from a template, in the name of the account's CSM.
     *
     * @param template by its key
     * @param role only contacts in whose role this stands; everybody at the account if {@code null}
     * @param due until when the CSM checks and sends it; {@code null} if it is sent as soon as the run comes to it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EmailStep(
            String template,
            @Nullable String role,
            @Nullable Due due) implements Step {

        @Override
        public String label() {
            return "Email";
        }

        @Override
        public String name() {
            return template;
        }

        /** Whom it is for, in words. */
        public String receivers() {
            return role == null ? "all contacts" : "contacts with the role “%s”".formatted(role);
        }

        /** When it is sent, in words. */
        public String sending() {
            return due == null ? "sent by itself" : "checked and sent by the CSM, " + due.text();
        }
    }

    /**
     * People or systems of our own organisation are told something.
     *
     * @param receiver the name of a Slack channel or of a webhook
     * @param text with merge fields, as in templates of emails
     */
    record MessageStep(Via via, String receiver, String text) implements Step {

        /** The way it takes. */
        public enum Via {
            @JsonProperty("slack")
            SLACK("Slack channel"),
            @JsonProperty("webhook")
            WEBHOOK("Webhook");

            private final String label;

            Via(String label) {
                this.label = label;
            }

            public String label() {
                return label;
            }
        }

        @Override
        public String label() {
            return "Message";
        }

        @Override
        public String name() {
            return receiver;
        }

        /** Where it goes, in words. */
        public String to() {
            return "%s “%s”".formatted(via == Via.SLACK ? "the Slack channel" : "the webhook", receiver);
        }
    }

    /** Another play, by its key, starts on the account, unless it is running there without an alert already. */
    record StartPlayStep(String play) implements Step {

        @Override
        public String label() {
            return "Start a play";
        }

        @Override
        public String name() {
            return play;
        }
    }
}
