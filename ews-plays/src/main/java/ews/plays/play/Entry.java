package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import ews.domain.segment.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts come into a play by itself, and how often. People may start it on any account.
 *
 * @param triggers because of any of which it starts; none if only people start it
 * @param segments only accounts of these, by key; all if there are none
 * @param conditions only accounts for which all of these hold
 */
public record Entry(List<Trigger> triggers, List<String> segments, List<Condition> conditions, Repeat repeat) {

    /** What was written before there was a choice: a rule that suggests the play starts it. */
    public static final Entry BY_ALERT = new Entry(List.of(new Trigger.Alert()), List.of(), List.of(), Repeat.ALWAYS);

    public Entry {
        triggers = List.copyOf(triggers);
        segments = List.copyOf(segments);
        conditions = List.copyOf(conditions);
    }

    /** Documents need not say how often: always. */
    @JsonCreator
    static Entry read(
            List<Trigger> triggers, List<String> segments, List<Condition> conditions, @Nullable Repeat repeat) {
        return new Entry(triggers, segments, conditions, repeat == null ? Repeat.ALWAYS : repeat);
    }

    @JsonIgnore
    public boolean isByAlert() {
        return triggers.stream().anyMatch(Trigger.Alert.class::isInstance);
    }

    /** In words: {@code It starts by itself when health becomes poor. Only for …}. */
    public String text() {
        var sentences = new ArrayList<String>();
        sentences.add(
                triggers.isEmpty()
                        ? "Only people start it."
                        : "It starts by itself %s."
                                .formatted(joined(
                                        triggers.stream().map(Trigger::text).toList(), ", or ")));
        if (!segments.isEmpty()) {
            sentences.add("Only for accounts in %s.".formatted(joined(segments, " or ")));
        }
        if (!conditions.isEmpty()) {
            sentences.add("Only if %s."
                    .formatted(joined(conditions.stream().map(Condition::text).toList(), " and ")));
        }
        if (!triggers.isEmpty() && !repeat.equals(Repeat.ALWAYS)) {
            sentences.add("%s for each account.".formatted(capital(repeat.text())));
        }
        return String.join(" ", sentences);
    }

    private static String joined(List<String> parts, String between) {
        return parts.stream().collect(Collectors.joining(between));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /**
     * How often the play may start by itself on the same account.
     *
     * @param times at most so often; {@code null} for any number
     * @param days so many days after its last start at the earliest; {@code null} for at any time
     */
    public record Repeat(@Nullable Integer times, @Nullable Integer days) {

        public static final Repeat ALWAYS = new Repeat(null, null);

        /** The most that can be asked for. */
        public static final int MOST = 1_000;

        public Repeat {
            if (times != null && days != null) {
                throw new IllegalArgumentException("Either a number of times, or a number of days");
            }
            if ((times != null && (times < 1 || times > MOST)) || (days != null && (days < 1 || days > MOST))) {
                throw new IllegalArgumentException("The number must be 1 to %d".formatted(MOST));
            }
        }

        public static Repeat atMost(int times) {
            return new Repeat(times, null);
        }

        public static Repeat onceIn(int days) {
            return new Repeat(null, days);
        }

        public String text() {
            if (times != null) {
                return times == 1 ? "once" : "at most %d times".formatted(times);
            }
            return days != null ? "at most once in %s".formatted(Due.Unit.CALENDAR_DAYS.say(days)) : "always";
        }
    }
}
