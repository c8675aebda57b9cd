package ews.detection.configuration;

import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.configuration.ConfigurationPart;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What other modules have in the document, in the order in which it is applied. */
@Component
class Parts {

    private final List<ConfigurationPart> parts;

    Parts(ObjectProvider<ConfigurationPart> parts) {
        this.parts = parts.orderedStream().toList();
    }

    List<String> fields() {
        return parts.stream().map(ConfigurationPart::field).toList();
    }

    /** By field. */
    Map<String, JsonNode> now() {
        var now = new LinkedHashMap<String, JsonNode>();
        parts.forEach(it -> now.put(it.field(), it.now()));
        return now;
    }

    /** The keys that can be named once the document is applied; {@code null} where nobody knows. */
    @Nullable
    Collection<String> keys(String field, JsonNode document) {
        return parts.stream()
                .filter(it -> it.field().equals(field))
                .findFirst()
                .map(it -> it.keys(document))
                .orElse(null);
    }

    List<String> problems(JsonNode document) {
        return parts.stream().flatMap(it -> it.problems(document).stream()).toList();
    }

    List<Change> changes(JsonNode document) {
        return parts.stream().flatMap(it -> it.changes(document).stream()).toList();
    }

    void apply(JsonNode document, String reason, Actor actor) {
        parts.forEach(it -> it.apply(document, reason, actor));
    }
}
