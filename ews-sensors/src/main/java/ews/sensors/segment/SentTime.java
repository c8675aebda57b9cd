package ews.sensors.segment;

import ews.sensors.dialect.Invalid;
import ews.sensors.dialect.Item;
import ews.sensors.dialect.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * When an event happened.
 *
 * @param own whether it is as the source says, and the same whenever the event is sent again
 */
record SentTime(Instant time, boolean own) {

    /** Smaller corrections would bring events out of their order, which a slow network is enough for. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Libraries that run where people set the clock. All others run on servers. */
    private static final Set<String> ON_DEVICES = Set.of(
            "analytics.js",
            "analytics-next",
            "@segment/analytics-next",
            "analytics-ios",
            "analytics-swift",
            "analytics-android",
            "analytics-kotlin",
            "analytics-react-native",
            "@segment/analytics-react-native",
            "analytics-flutter",
            "analytics_flutter",
            "RudderLabs JavaScript SDK",
            "rudder-ios-library",
            "com.rudderstack.android.sdk.core",
            "rudder-react-native");

    /**
     * The time of the event; that of its receipt if there is none. What was on a device whose clock is more than five
     * minutes wrong happened as long before its receipt as it did, by that clock, before it was sent.
     */
    static SentTime of(Item item, Instant receivedAt) throws Invalid {
        String field = item.has("timestamp") || !item.has("originalTimestamp") ? "timestamp" : "originalTimestamp";
        if (!item.has(field)) {
            return new SentTime(receivedAt, false);
        }
        if (ON_DEVICES.contains(item.word("context.library.name")) && item.has("sentAt")) {
            Instant sent = item.anyTime("sentAt");
            Instant said = item.anyTime(field);
            if (sent != null && said != null && isWrong(sent, receivedAt)) {
                Instant corrected = receivedAt.minus(Duration.between(said, sent));
                Times.check(field, corrected, receivedAt);
                return new SentTime(corrected, false);
            }
        }
        Instant time = item.time(field, receivedAt);
        return time == null ? new SentTime(receivedAt, false) : new SentTime(time, true);
    }

    private static boolean isWrong(Instant sent, Instant receivedAt) {
        return Duration.between(sent, receivedAt).abs().compareTo(SKEW) > 0;
    }
}
