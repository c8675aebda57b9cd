package ews.dashboard.operation;

import ews.dashboard.view.When;
import ews.domain.event.EventType;
import ews.sensors.eventlog.EventPartitions;
import ews.sensors.eventlog.ForgottenEvents;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Says what the event log keeps: of each family of events how long, and since when it has them. */
@Component
public class LogKept {

    private final Retention retention;
    private final EventPartitions partitions;
    private final ForgottenEvents forgotten;

    LogKept(Retention retention, EventPartitions partitions, ForgottenEvents forgotten) {
        this.retention = retention;
        this.partitions = partitions;
        this.forgotten = forgotten;
    }

    /**
     * As it reads on pages.
     *
     * @param name for example {@code Usage}
     * @param howLong for example {@code 90 days}, or {@code for ever}
     * @param since a UTC day, for example {@code 21 Nov 2026}; {@code null} while the log is empty
     */
    public record Family(
            String name, String howLong, @Nullable String since) {}

    /**
     * @param size of the whole log with its indexes, on disk, for example {@code 1234 MB}
     * @param families all of them
     */
    public record Overview(String size, List<Family> families) {}

    public Overview overview() {
        LocalDate oldest = partitions.oldest().orElse(null);
        Map<EventType, LocalDate> before = forgotten.before();
        return new Overview(
                partitions.size(),
                Stream.of(EventType.values())
                        .map(it -> new Family(
                                StringUtils.capitalize(it.code()),
                                words(retention.of(it)),
                                since(oldest, before.get(it))))
                        .toList());
    }

    private static @Nullable String since(@Nullable LocalDate oldest, @Nullable LocalDate before) {
        if (oldest == null) {
            return null;
        }
        return When.day(before == null || before.isBefore(oldest) ? oldest : before);
    }

    private static String words(@Nullable Period period) {
        if (period == null) {
            return "for ever";
        }
        var words = new ArrayList<String>();
        add(words, period.getYears(), "year");
        add(words, period.getMonths(), "month");
        add(words, period.getDays(), "day");
        return String.join(", ", words);
    }

    private static void add(List<String> words, int number, String unit) {
        if (number != 0) {
            words.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }
}
