package ews.dashboard.setup.profile;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.dashboard.setup.MeasurementFields;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import ews.domain.score.SweetSpot;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of the profile form, as typed.
 *
 * @param locked any value if the weight stays while those of others move
 */
record IndicatorFields(
        @Nullable String group,
        @Nullable String metric,
        @Nullable String days,
        @Nullable String subject,
        @Nullable String form,
        @Nullable String poorAt,
        @Nullable String goodAt,
        @Nullable String goodUntil,
        @Nullable String poorAgainAt,
        @Nullable String weight,
        @Nullable String locked,
        @Nullable String missing) {

    static final IndicatorFields BLANK = new IndicatorFields(
            "", "", "28", "", Form.VALUE.name(), "", "", "", "", "", null, MissingData.EXCLUDED.name());

    IndicatorFields weighing(int points) {
        return new IndicatorFields(
                group,
                metric,
                days,
                subject,
                form,
                poorAt,
                goodAt,
                goodUntil,
                poorAgainAt,
                Integer.toString(points),
                locked,
                missing);
    }

    static IndicatorFields of(Indicator indicator) {
        var measurement = MeasurementFields.of(indicator.measurement());
        return new IndicatorFields(
                indicator.group().name(),
                measurement.metric(),
                measurement.days(),
                measurement.subject(),
                measurement.form(),
                typed(indicator.poorAt()),
                typed(indicator.goodAt()),
                indicator.sweetSpot() == null ? "" : typed(indicator.sweetSpot().goodUntil()),
                indicator.sweetSpot() == null ? "" : typed(indicator.sweetSpot().poorAgainAt()),
                Integer.toString(indicator.weight()),
                null,
                indicator.missing().name());
    }

    /** @param at the place of the fields in the form, like {@code indicators[0].} */
    Optional<Indicator> read(Fields fields, String at) {
        Optional<IndicatorGroup> readGroup = fields.constant(at + "group", IndicatorGroup.class, typed(group));
        Optional<Measurement> measurement = new MeasurementFields(metric, days, subject, form).read(fields, at);
        OptionalDouble poor = fields.number(at + "poorAt", typed(poorAt));
        OptionalDouble good = fields.number(at + "goodAt", typed(goodAt));
        OptionalInt points = fields.whole(at + "weight", typed(weight), 0, 100);
        Optional<MissingData> onMissing = fields.constant(at + "missing", MissingData.class, typed(missing));
        boolean distinct = poor.isPresent() && good.isPresent() && poor.getAsDouble() != good.getAsDouble();
        if (poor.isPresent() && good.isPresent() && !distinct) {
            fields.wrong(at + "goodAt", "Another number than where it is fully poor.");
        }
        Optional<SweetSpot> spot = sweetSpot(fields, at);
        return readGroup.isPresent()
                        && measurement.isPresent()
                        && distinct
                        && points.isPresent()
                        && onMissing.isPresent()
                ? indicator(
                        readGroup.get(),
                        measurement.get(),
                        poor.getAsDouble(),
                        good.getAsDouble(),
                        spot.orElse(null),
                        points.getAsInt(),
                        onMissing.get(),
                        fields,
                        at)
                : Optional.empty();
    }

    private static Optional<Indicator> indicator(
            IndicatorGroup group,
            Measurement measurement,
            double poorAt,
            double goodAt,
            @Nullable SweetSpot sweetSpot,
            int weight,
            MissingData missing,
            Fields fields,
            String at) {
        try {
            return Optional.of(new Indicator(group, measurement, poorAt, goodAt, sweetSpot, weight, missing));
        } catch (IllegalArgumentException _) {
            fields.wrong(at + "poorAgainAt", "It must lie beyond 'good until', and that beyond 'fully good at'.");
            return Optional.empty();
        }
    }

    /** Both of its fields are given or none. */
    private Optional<SweetSpot> sweetSpot(Fields fields, String at) {
        if (typed(goodUntil).isEmpty() && typed(poorAgainAt).isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble until = fields.number(at + "goodUntil", typed(goodUntil));
        OptionalDouble again = fields.number(at + "poorAgainAt", typed(poorAgainAt));
        return until.isPresent() && again.isPresent()
                ? Optional.of(new SweetSpot(until.getAsDouble(), again.getAsDouble()))
                : Optional.empty();
    }

    /** The weight as far as it is a number already. */
    int points() {
        return typed(weight).matches("[0-9]{1,3}") ? Integer.parseInt(typed(weight)) : 0;
    }

    Optional<IndicatorGroup> chosenGroup() {
        return new Fields().constant("group", IndicatorGroup.class, typed(group));
    }
}
