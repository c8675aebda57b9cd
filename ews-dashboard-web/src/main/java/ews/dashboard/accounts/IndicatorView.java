package ews.dashboard.accounts;

import ews.dashboard.view.Trend;
import ews.dashboard.view.When;
import ews.domain.metric.Measurement;
import ews.domain.metric.Metric;
import ews.domain.metric.Unit;
import ews.domain.score.HealthScore;
import ews.domain.score.Indicator;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * One indicator of an account's score, down to the last point.
 *
 * @param value what was measured on the day, in words
 * @param arithmetic how the value became points
 * @param meaning what the metric is
 */
record IndicatorView(
        String group,
        String measured,
        String day,
        String value,
        String arithmetic,
        String meaning,
        Trend trend,
        List<EventLine> events) {

    static IndicatorView of(
            HealthScore score,
            HealthScore.Part part,
            SortedMap<LocalDate, @Nullable Double> series,
            List<EventLine> events) {
        Indicator indicator = part.indicator();
        Measurement measurement = indicator.measurement();
        Metric metric = measurement.definition();
        return new IndicatorView(
                indicator.group().label(),
                measurement.label(),
                When.day(score.asOf()),
                part.value().isPresent() ? measurement.unit().say(part.value().getAsDouble()) : "no data",
                arithmetic(part),
                metric.meaning() + ".",
                trend(indicator, series),
                events);
    }

    /** For example {@code 53.1 % is 55.2 % of the way from 20 % (fully poor) to 80 % (fully good): 11.0 of 20.0 points.} */
    private static String arithmetic(HealthScore.Part part) {
        Indicator indicator = part.indicator();
        if (part.value().isEmpty()) {
            return StringUtils.capitalize(indicator.missing().label()) + ".";
        }
        Unit unit = indicator.measurement().unit();
        double value = part.value().getAsDouble();
        String way = String.format(Locale.ROOT, "%.1f", 100 * indicator.goodness(value));
        String text = "%s is %s %% of the way from %s (fully poor) to %s (fully good): %s of %s points."
                .formatted(
                        unit.say(value),
                        way,
                        unit.say(indicator.poorAt()),
                        unit.say(indicator.goodAt()),
                        part.points(),
                        part.weight());
        return indicator.sweetSpot() == null
                ? text
                : text
                        + " More than %s is worse again, and %s fully poor."
                                .formatted(
                                        unit.say(indicator.sweetSpot().goodUntil()),
                                        unit.say(indicator.sweetSpot().poorAgainAt()));
    }

    /** Between the thresholds, or as far beyond them as the values go. */
    private static Trend trend(Indicator indicator, SortedMap<LocalDate, @Nullable Double> series) {
        double low = Math.min(indicator.poorAt(), indicator.goodAt());
        double high = Math.max(indicator.poorAt(), indicator.goodAt());
        for (Double value : series.values()) {
            if (value != null) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return Trend.of(
                series,
                Objects.requireNonNull(series.firstKey()),
                Objects.requireNonNull(series.lastKey()),
                low,
                high,
                List.of());
    }
}
