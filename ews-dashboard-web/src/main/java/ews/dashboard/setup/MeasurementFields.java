package ews.dashboard.setup;

import static ews.dashboard.setup.Fields.typed;

import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.metric.Metric;
import ews.domain.metric.Metrics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A metric with its parameters, as typed. The window and the subject are read only where the metric has them. */
public record MeasurementFields(
        @Nullable String metric,
        @Nullable String days,
        @Nullable String subject,
        @Nullable String form) {

    public static MeasurementFields of(Measurement measurement) {
        return new MeasurementFields(
                measurement.metric(),
                measurement.definition().windowed() ? Integer.toString(measurement.days()) : "",
                measurement.subject(),
                measurement.form().name());
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
        Optional<Form> read =
                typed(form).isEmpty() ? Optional.of(Form.VALUE) : fields.constant(at + "form", Form.class, typed(form));
        int window = known.get().windowed()
                ? fields.whole(at + "days", typed(days), 1, Measurement.LONGEST).orElse(0)
                : 0;
        String name = known.get().isAbout(Metric.Subject.NOTHING)
                ? null
                : fields.text(at + "subject", typed(subject), 200).orElse("");
        boolean complete = (!known.get().windowed() || window > 0) && (name == null || !name.isEmpty());
        return complete ? read.flatMap(it -> measurement(known.get(), window, name, it, fields, at)) : Optional.empty();
    }

    private static Optional<Measurement> measurement(
            Metric metric, int window, @Nullable String name, Form form, Fields fields, String at) {
        try {
            return Optional.of(new Measurement(metric.key(), window, name, form));
        } catch (IllegalArgumentException e) {
            fields.wrong(at + "form", e.getMessage() + ".");
            return Optional.empty();
        }
    }
}
