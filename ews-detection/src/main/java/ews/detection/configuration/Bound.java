package ews.detection.configuration;

import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/** From where on something holds: {@code atLeast: 60} or {@code atMost: 60}. */
record Bound(boolean atLeast, double value) {

    static final String AT_LEAST = "atLeast";
    static final String AT_MOST = "atMost";

    void write(ObjectNode into) {
        into.set(atLeast ? AT_LEAST : AT_MOST, Numbers.of(value));
    }

    static Optional<Bound> read(Place place) {
        boolean least = place.has(AT_LEAST);
        if (least && place.has(AT_MOST)) {
            place.wrong(AT_MOST, "use it or atLeast, not both");
            return Optional.empty();
        }
        String field = least || !place.has(AT_MOST) ? AT_LEAST : AT_MOST;
        OptionalDouble value = place.number(field);
        return value.isPresent()
                ? Optional.of(new Bound(field.equals(AT_LEAST), value.getAsDouble()))
                : Optional.empty();
    }
}
