package ews.detection.configuration;

import ews.domain.metric.Measurement;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import ews.domain.score.SweetSpot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An indicator of a profile. */
final class IndicatorDocument {

    private static final String GROUP = "group";
    private static final String POOR_AT = "poorAt";
    private static final String GOOD_AT = "goodAt";
    private static final String GOOD_UNTIL = "goodUntil";
    private static final String POOR_AGAIN_AT = "poorAgainAt";
    private static final String WEIGHT = "weight";
    private static final String MISSING = "missing";

    private IndicatorDocument() {}

    static ObjectNode write(Indicator indicator) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(GROUP, Place.code(indicator.group()));
        MeasurementDocument.write(indicator.measurement(), node);
        node.set(POOR_AT, Numbers.of(indicator.poorAt()));
        node.set(GOOD_AT, Numbers.of(indicator.goodAt()));
        if (indicator.sweetSpot() != null) {
            node.set(GOOD_UNTIL, Numbers.of(indicator.sweetSpot().goodUntil()));
            node.set(POOR_AGAIN_AT, Numbers.of(indicator.sweetSpot().poorAgainAt()));
        }
        node.put(WEIGHT, indicator.weight());
        node.put(MISSING, Place.code(indicator.missing()));
        return node;
    }

    static Optional<Indicator> read(Place place) {
        place.only(
                GROUP,
                MeasurementDocument.METRIC,
                MeasurementDocument.SUBJECT,
                MeasurementDocument.DAYS,
                MeasurementDocument.FORM,
                POOR_AT,
                GOOD_AT,
                GOOD_UNTIL,
                POOR_AGAIN_AT,
                WEIGHT,
                MISSING);
        int before = place.problems().size();
        Optional<IndicatorGroup> group = place.oneOf(GROUP, List.of(IndicatorGroup.values()));
        Optional<Measurement> measurement = MeasurementDocument.read(place);
        OptionalDouble poorAt = place.number(POOR_AT);
        OptionalDouble goodAt = place.number(GOOD_AT);
        @Nullable SweetSpot spot = sweetSpot(place).orElse(null);
        OptionalInt weight = place.whole(WEIGHT, 1, 100);
        Optional<MissingData> missing = place.has(MISSING)
                ? place.oneOf(MISSING, List.of(MissingData.values()))
                : Optional.of(MissingData.EXCLUDED);
        return place.problems().size() > before
                ? Optional.empty()
                : place.make(
                        POOR_AT,
                        () -> new Indicator(
                                group.orElseThrow(),
                                measurement.orElseThrow(),
                                poorAt.orElseThrow(),
                                goodAt.orElseThrow(),
                                spot,
                                weight.orElseThrow(),
                                missing.orElseThrow()));
    }

    /** Both of its fields are given or none. */
    private static Optional<SweetSpot> sweetSpot(Place place) {
        if (!place.has(GOOD_UNTIL) && !place.has(POOR_AGAIN_AT)) {
            return Optional.empty();
        }
        OptionalDouble until = place.number(GOOD_UNTIL);
        OptionalDouble again = place.number(POOR_AGAIN_AT);
        return until.isPresent() && again.isPresent()
                ? Optional.of(new SweetSpot(until.getAsDouble(), again.getAsDouble()))
                : Optional.empty();
    }
}
