package ews.dashboard.operation;

import ews.domain.event.EventType;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long data are kept.
 *
 * @param events events from when they happened, and rejects from when they came; {@code null}: for ever
 * @param families events of single families, by their codes, where these are kept for another time
 */
@ConfigurationProperties("ews.retention")
record Retention(@Nullable Period events, @DefaultValue Map<String, @Nullable Period> families) {

    private static final int LEAST_DAYS = 30;

    Retention {
        if (events != null) {
            check("ews.retention.events", events);
        }
        var named = new HashMap<String, Period>();
        families.forEach((family, period) -> {
            if (Stream.of(EventType.values()).noneMatch(it -> it.code().equals(family))) {
                throw new IllegalArgumentException(
                        "ews.retention.families.%s: there is no such family of events, only %s"
                                .formatted(
                                        family,
                                        Stream.of(EventType.values())
                                                .map(EventType::code)
                                                .collect(Collectors.joining(", "))));
            }
            // A variable that is there but empty is as good as none.
            if (period != null) {
                check("ews.retention.families." + family, period);
                named.put(family, period);
            }
        });
        families = Map.copyOf(named);
    }

    private static void check(String property, Period period) {
        if (LocalDate.EPOCH.plus(period).toEpochDay() < LEAST_DAYS) {
            throw new IllegalArgumentException(
                    "%s must be at least %d days, since senders repeat what they sent; it is %s"
                            .formatted(property, LEAST_DAYS, period));
        }
    }

    /** How long events of this family are kept; {@code null}: for ever. */
    @Nullable
    Period of(EventType family) {
        Period own = families.get(family.code());
        return own == null ? events : own;
    }

    /** The first day of which events are kept, by family; those that are kept for ever are not named. */
    Map<EventType, LocalDate> firstKept(LocalDate today) {
        var first = new EnumMap<EventType, LocalDate>(EventType.class);
        for (EventType family : EventType.values()) {
            Period period = of(family);
            if (period != null) {
                first.put(family, today.minus(period));
            }
        }
        return first;
    }
}
