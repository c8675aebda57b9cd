package ews.detection.configuration;

import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.Limit;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A limit of a profile: {@code metric: days_overdue, atLeast: 60, cap: average}. */
final class LimitDocument {

    private static final String CAP = "cap";
    private static final String FLOOR = "floor";

    private LimitDocument() {}

    static ObjectNode write(Limit limit) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        MeasurementDocument.write(limit.measurement(), node);
        new Bound(limit.atLeast(), limit.value()).write(node);
        node.put(limit.kind() == Limit.Kind.CAP ? CAP : FLOOR, limit.band().code());
        return node;
    }

    static Optional<Limit> read(Place place) {
        place.only(
                MeasurementDocument.METRIC,
                MeasurementDocument.SUBJECT,
                MeasurementDocument.DAYS,
                MeasurementDocument.FORM,
                Bound.AT_LEAST,
                Bound.AT_MOST,
                CAP,
                FLOOR);
        Optional<Measurement> measurement = MeasurementDocument.read(place);
        Optional<Bound> bound = Bound.read(place);
        boolean floor = place.has(FLOOR);
        if (floor && place.has(CAP)) {
            place.wrong(FLOOR, "use it or cap, not both");
            return Optional.empty();
        }
        Optional<Band> band = floor
                ? place.oneOf(FLOOR, List.of(Band.GOOD, Band.AVERAGE))
                : place.oneOf(CAP, List.of(Band.AVERAGE, Band.POOR));
        if (measurement.isEmpty() || bound.isEmpty() || band.isEmpty()) {
            return Optional.empty();
        }
        return place.make(
                null,
                () -> new Limit(
                        measurement.get(),
                        bound.get().atLeast(),
                        bound.get().value(),
                        floor ? Limit.Kind.FLOOR : Limit.Kind.CAP,
                        band.get()));
    }
}
