package ews.detection.configuration;

import ews.detection.rule.Happening;
import ews.detection.rule.Happening.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What happens, for rules about how often, in which order, or for how long not: {@code what: use, feature: reports}. */
final class HappeningDocument {

    static final String WHAT = "what";
    static final String FEATURE = "feature";

    private HappeningDocument() {}

    static ObjectNode write(Happening happening, ObjectNode into) {
        into.put(WHAT, Place.code(happening.type()));
        return happening.feature() == null ? into : into.put(FEATURE, happening.feature());
    }

    static Optional<Happening> read(Place place) {
        Optional<Type> type = place.oneOf(WHAT, List.of(Type.values()));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (type.get() != Type.USE && place.has(FEATURE)) {
            place.wrong(FEATURE, "only what: use is about a feature; leave it out");
        }
        @Nullable
        String feature = type.get() == Type.USE ? place.text(FEATURE, 200).orElse(null) : null;
        return type.get() == Type.USE && feature == null
                ? Optional.empty()
                : Optional.of(new Happening(type.get(), feature));
    }
}
