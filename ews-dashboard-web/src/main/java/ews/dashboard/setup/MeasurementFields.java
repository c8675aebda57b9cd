package ews.dashboard.setup;

import static ews.dashboard.setup.Fields.typed;

import ews.domain.metric.Measurement;
import ews.domain.metric.Metric;
import ews.domain.metric.Metrics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A metric with its parameters, as typed. The window and the feature are read only where the metric has them. */
public record MeasurementFields(
        @Nullable String metric,
        @Nullable String days,
        @Nullable String feature) {

    public static MeasurementFields of(Measurement measurement) {
        return new MeasurementFields(
                measurement.metric(),
                measurement.definition().windowed() ? Integer.toString(measurement.days()) : "",
                measurement.feature());
    }

    /** @param at the place of the fields in the form, like {@code indicators[0].} */
    public Optional<Measurement> read(Fields fields, String at) {
        Optional<Metric> known = Metrics.all().stream()
                .filter(it -> it.key().equals(typed(metric)))
                .findFirst();
        if (known.isEmpty()) {
            fields.wrong(at + "metric", "Please choose a metric.");
            return Optional.empty();
        }
        int window = known.get().windowed()
                ? fields.whole(at + "days", typed(days), 1, Measurement.LONGEST).orElse(0)
                : 0;
        String name = known.get().ofFeature()
                ? fields.text(at + "feature", typed(feature), 200).orElse("")
                : null;
        boolean complete = (!known.get().windowed() || window > 0) && (name == null || !name.isEmpty());
        return complete ? Optional.of(new Measurement(known.get().key(), window, name)) : Optional.empty();
    }
}
