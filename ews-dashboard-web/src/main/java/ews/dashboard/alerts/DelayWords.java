package ews.dashboard.alerts;

import ews.detection.alert.Delays;
import java.time.Duration;
import java.util.Locale;

/** How it reads how long alerts took. */
final class DelayWords {

    private DelayWords() {}

    /** {@code Half of the 128 alerts … within 0.4 s, 99 % within 1.1 s}. */
    static String of(Delays.Lately lately) {
        return lately.alerts() == 1
                ? "The alert that an event led to in the last 24 hours was there within %s."
                        .formatted(seconds(lately.most()))
                : "Of the %d alerts that events led to in the last 24 hours, half were there within %s and 99 %% within %s."
                        .formatted(lately.alerts(), seconds(lately.half()), seconds(lately.most()));
    }

    /** The shorter the more exact: {@code 0.4 s}, {@code 12 s}, {@code 3 min}, {@code 5 h}. */
    static String seconds(Duration delay) {
        double seconds = delay.toMillis() / 1000.0;
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", Math.max(seconds, 0.1));
        }
        return seconds < 120
                ? Math.round(seconds) + " s"
                : seconds < 7200 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
    }
}
