package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ews.domain.score.Band;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Because of what a play starts by itself. People and other systems may start it at any time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(name = "alert", value = Trigger.Alert.class),
    @Type(name = "band", value = Trigger.Health.class),
    @Type(name = "milestone", value = Trigger.Milestone.class),
    @Type(name = "segment", value = Trigger.Segment.class)
})
public sealed interface Trigger {

    /** In words that go on after "It starts by itself": {@code when a rule that suggests it raises an alert}. */
    String text();

    /** A rule that suggests the play raises an alert. */
    record Alert() implements Trigger {

        @Override
        public String text() {
            return "when a rule that suggests it raises an alert";
        }
    }

    /** The account's health moves into one of these bands. */
    record Health(List<Band> bands) implements Trigger {

        public Health {
            bands = bands.stream().distinct().sorted().toList();
            if (bands.isEmpty()) {
                throw new IllegalArgumentException("A trigger on health needs a band");
            }
        }

        @Override
        public String text() {
            return "when health becomes "
                    + bands.stream()
                            .map(it -> it.label().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" or "));
        }
    }

    /** A date in the life of the account is so many days away. */
    record Milestone(Date date, int days) implements Trigger {

        /** How far away a date can be. */
        public static final int LATEST = 365;

        /** Which date, and on which side of it. */
        public enum Date {
            @JsonProperty("renewal")
            RENEWAL("before the renewal"),
            @JsonProperty("trial_end")
            TRIAL_END("before the trial ends"),
            @JsonProperty("first_seen")
            FIRST_SEEN("after the account was first seen");

            private final String label;

            Date(String label) {
                this.label = label;
            }

            public String label() {
                return label;
            }
        }

        public Milestone {
            if (days < 0 || days > LATEST) {
                throw new IllegalArgumentException(
                        "The days of a milestone must be 0 to %d, not %d".formatted(LATEST, days));
            }
        }

        @Override
        public String text() {
            return Due.Unit.CALENDAR_DAYS.say(days) + " " + date.label;
        }
    }

    /** The account comes into the segment, by the segment's key. */
    record Segment(String segment) implements Trigger {

        @Override
        public String text() {
            return "when an account comes into the segment “%s”".formatted(segment);
        }
    }
}
