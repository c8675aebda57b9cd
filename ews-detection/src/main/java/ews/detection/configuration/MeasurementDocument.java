package ews.detection.configuration;

import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.metric.Metric;
import ews.domain.metric.Metrics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a measurement, which stand among those of whatever measures: {@code metric: active_users, days: 28}. */
final class MeasurementDocument {

    static final String METRIC = "metric";
    static final String DAYS = "days";
    static final String SUBJECT = "subject";
    static final String FORM = "form";

    private MeasurementDocument() {}

    /** What a metric does not have is left out, and the form where it is the value. */
    static void write(Measurement measurement, ObjectNode into) {
        into.put(METRIC, measurement.metric());
        if (measurement.subject() != null) {
            into.put(SUBJECT, measurement.subject());
        }
        if (measurement.definition().windowed()) {
            into.put(DAYS, measurement.days());
        }
        if (measurement.form() != Form.VALUE) {
            into.put(FORM, Place.code(measurement.form()));
        }
    }

    /** Of something that is counted day by day, so that the number of days says nothing. */
    static void writeDaily(Measurement measurement, ObjectNode into) {
        into.put(METRIC, measurement.metric());
        if (measurement.subject() != null) {
            into.put(SUBJECT, measurement.subject());
        }
    }

    static Optional<Measurement> read(Place place) {
        Optional<Form> form = place.has(FORM) ? place.oneOf(FORM, List.of(Form.values())) : Optional.of(Form.VALUE);
        Optional<Metric> metric = metric(place);
        if (metric.isEmpty()) {
            return Optional.empty();
        }
        boolean windowed = metric.get().windowed();
        refuse(place, DAYS, windowed, metric.get());
        int days = windowed ? place.whole(DAYS, 1, Measurement.LONGEST).orElse(0) : 0;
        return form.isEmpty() || (windowed && days == 0)
                ? Optional.empty()
                : about(place, metric.get(), days, form.get());
    }

    /** Of what is counted day by day: without days, and without a form. */
    static Optional<Measurement> readDaily(Place place) {
        return metric(place).flatMap(metric -> about(place, metric, metric.windowed() ? 1 : 0, Form.VALUE));
    }

    private static Optional<Metric> metric(Place place) {
        return place.text(METRIC, 100).flatMap(key -> place.make(METRIC, () -> Metrics.named(key)));
    }

    private static Optional<Measurement> about(Place place, Metric metric, int days, Form form) {
        boolean about = !metric.isAbout(Metric.Subject.NOTHING);
        refuse(place, SUBJECT, about, metric);
        @Nullable String subject = about ? place.text(SUBJECT, 200).orElse(null) : null;
        return about && subject == null
                ? Optional.empty()
                : place.make(METRIC, () -> new Measurement(metric.key(), days, subject, form));
    }

    private static void refuse(Place place, String field, boolean known, Metric metric) {
        if (!known && place.has(field)) {
            place.wrong(field, "%s has none; leave it out".formatted(metric.label()));
        }
    }
}
