package ews.sensors.desk;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Jira keeps in fields that are numbered otherwise on each site, so that they are known by their shape alone. */
final class JiraFields {

    private JiraFields() {}

    /** The organizations with which a request is shared, as the field lists them. */
    static List<JsonNode> organizations(ObjectNode body) {
        return fields(body)
                .filter(JsonNode::isArray)
                .flatMap(JsonNode::valueStream)
                .filter(it -> it.at("/_links/self").asString("").contains("/servicedeskapi/organization/"))
                .toList();
    }

    /** Whether a goal of service was missed; {@code null} if there is none. */
    static @Nullable Boolean slaBreached(ObjectNode body) {
        List<Boolean> cycles = fields(body)
                .flatMap(it -> Stream.concat(
                        Stream.of(it.path("ongoingCycle")),
                        it.path("completedCycles").valueStream()))
                .filter(it -> it.path("breached").isBoolean())
                .map(it -> it.path("breached").asBoolean())
                .toList();
        return cycles.isEmpty() ? null : cycles.contains(true);
    }

    private static Stream<JsonNode> fields(ObjectNode body) {
        return body.at("/issue/fields").valueStream();
    }
}
