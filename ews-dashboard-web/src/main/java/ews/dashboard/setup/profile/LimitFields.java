package ews.dashboard.setup.profile;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.dashboard.setup.MeasurementFields;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.Limit;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One limit of the profile form, as typed. */
record LimitFields(
        @Nullable String metric,
        @Nullable String days,
        @Nullable String subject,
        @Nullable String form,
        @Nullable String comparison,
        @Nullable String value,
        @Nullable String kind,
        @Nullable String band) {

    static final String AT_LEAST = "least";
    static final String AT_MOST = "most";

    static final LimitFields BLANK =
            new LimitFields("", "28", "", Form.VALUE.name(), AT_LEAST, "", Limit.Kind.CAP.name(), Band.AVERAGE.name());

    static LimitFields of(Limit limit) {
        var measurement = MeasurementFields.of(limit.measurement());
        return new LimitFields(
                measurement.metric(),
                measurement.days(),
                measurement.subject(),
                measurement.form(),
                limit.atLeast() ? AT_LEAST : AT_MOST,
                typed(limit.value()),
                limit.kind().name(),
                limit.band().name());
    }

    /** @param at the place of the fields in the form, like {@code limits[0].} */
    Optional<Limit> read(Fields fields, String at) {
        Optional<Measurement> measurement = new MeasurementFields(metric, days, subject, form).read(fields, at);
        OptionalDouble number = fields.number(at + "value", typed(value));
        Optional<Limit.Kind> readKind = fields.constant(at + "kind", Limit.Kind.class, typed(kind));
        Optional<Band> readBand = fields.constant(at + "band", Band.class, typed(band));
        if (measurement.isEmpty() || number.isEmpty() || readKind.isEmpty() || readBand.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Limit(
                    measurement.get(),
                    !AT_MOST.equals(typed(comparison)),
                    number.getAsDouble(),
                    readKind.get(),
                    readBand.get()));
        } catch (IllegalArgumentException _) {
            fields.wrong(at + "band", "This limits nothing: a score is at most good and at least poor in any case.");
            return Optional.empty();
        }
    }
}
