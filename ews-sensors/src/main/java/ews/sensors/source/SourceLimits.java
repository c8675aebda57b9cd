package ews.sensors.source;

import org.jspecify.annotations.Nullable;

/**
 * How much may come from a source; {@code null} for no limit besides those that hold for all of them.
 *
 * @param mostASecond events in a second, on average
 * @param bodyKilobytes of a request, inflated
 * @param eventKilobytes of an event as it is kept
 */
public record SourceLimits(
        @Nullable Integer mostASecond,
        @Nullable Integer bodyKilobytes,
        @Nullable Integer eventKilobytes) {

    public static final SourceLimits NONE = new SourceLimits(null, null, null);

    /** More than one instance takes. */
    public static final int MOST_A_SECOND = 100_000;

    /** What holds for all sources. */
    public static final int LARGEST_BODY = 10 * 1024;

    /** What holds for all sources. */
    public static final int LARGEST_EVENT = 32;

    /** @throws IllegalArgumentException if one of them is below 1, or above what holds for all sources */
    public SourceLimits {
        check("events a second", mostASecond, MOST_A_SECOND);
        check("kilobytes a request", bodyKilobytes, LARGEST_BODY);
        check("kilobytes an event", eventKilobytes, LARGEST_EVENT);
    }

    private static void check(String what, @Nullable Integer limit, int most) {
        if (limit != null && (limit < 1 || limit > most)) {
            throw new IllegalArgumentException("A limit is from 1 to %,d %s; got %,d.".formatted(most, what, limit));
        }
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Whether a request of so many bytes is too large. */
    public boolean forbidsBody(int bytes) {
        return bodyKilobytes != null && bytes > bodyKilobytes * 1024;
    }

    /** Whether an event of so many bytes is too large. */
    public boolean forbidsEvent(int bytes) {
        return eventKilobytes != null && bytes > eventKilobytes * 1024;
    }
}
