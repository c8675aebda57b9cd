package ews.detection.configuration;

import ews.domain.metric.Measurement;
import ews.domain.segment.Condition;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A condition: {@code attribute: plan, is: [enterprise]}, or {@code metric: tenure, atMost: 90}. */
final class ConditionDocument {

    private static final String ATTRIBUTE = "attribute";
    private static final String IS = "is";

    private ConditionDocument() {}

    static ObjectNode write(Condition condition) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (condition) {
            case Condition.Attribute(String name, List<String> values) -> {
                node.put(ATTRIBUTE, name);
                values.forEach(node.withArray(IS)::add);
            }
            case Condition.Threshold(Measurement measurement, boolean atLeast, double limit) -> {
                MeasurementDocument.write(measurement, node);
                new Bound(atLeast, limit).write(node);
            }
        }
        return node;
    }

    static Optional<? extends Condition> read(Place place) {
        if (place.has(ATTRIBUTE)) {
            place.only(ATTRIBUTE, IS);
            Optional<String> name = place.text(ATTRIBUTE, 100);
            List<String> values = place.texts(IS, 1000);
            return name.isEmpty() || values.isEmpty()
                    ? Optional.empty()
                    : place.make(null, () -> new Condition.Attribute(name.get(), values));
        }
        place.only(
                ATTRIBUTE,
                IS,
                MeasurementDocument.METRIC,
                MeasurementDocument.SUBJECT,
                MeasurementDocument.DAYS,
                MeasurementDocument.FORM,
                Bound.AT_LEAST,
                Bound.AT_MOST);
        Optional<Measurement> measurement = MeasurementDocument.read(place);
        Optional<Bound> bound = Bound.read(place);
        return measurement.flatMap(it -> bound.flatMap(at ->
                place.make(MeasurementDocument.METRIC, () -> new Condition.Threshold(it, at.atLeast(), at.value()))));
    }
}
