package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonInclude;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.metric.Metric;
import ews.domain.metric.Metrics;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/** A measurement as documents write it: what its metric does not have is left out, and the form where it is the value. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeasurementWords(
        String metric,
        @Nullable String subject,
        @Nullable Integer days,
        @Nullable Form form) {

    static MeasurementWords of(Measurement it) {
        return new MeasurementWords(
                it.metric(),
                it.subject(),
                it.definition().windowed() ? it.days() : null,
                it.form() == Form.VALUE ? null : it.form());
    }

    /** @throws IllegalArgumentException if there is no such metric, or it needs something else */
    Measurement measurement() {
        Metric known = Metrics.named(metric);
        refuse("days", days, known.windowed(), known);
        refuse("subject", subject, !known.isAbout(Metric.Subject.NOTHING), known);
        return new Measurement(metric, days == null ? 0 : days, subject, form == null ? Form.VALUE : form);
    }

    private static void refuse(String field, @Nullable Object value, boolean known, Metric metric) {
        if (value != null && !known) {
            throw new IllegalArgumentException("%s has no %s; leave it out".formatted(metric.label(), field));
        }
    }

    /** Lets a mapper write measurements like this, and read them. */
    @JsonSerialize(converter = Writing.class)
    @JsonDeserialize(converter = Reading.class)
    interface Mixin {}

    static final class Writing extends StdConverter<Measurement, MeasurementWords> {

        @Override
        public MeasurementWords convert(Measurement measurement) {
            return of(measurement);
        }
    }

    static final class Reading extends StdConverter<MeasurementWords, Measurement> {

        @Override
        public Measurement convert(MeasurementWords words) {
            return words.measurement();
        }
    }
}
