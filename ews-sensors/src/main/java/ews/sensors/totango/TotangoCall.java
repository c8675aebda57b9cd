package ews.sensors.totango;

import ews.sensors.dialect.NativeDialect;
import ews.sensors.intake.Batch;
import ews.sensors.source.Source;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a call of Totango's tracking into our own events: an activity into usage, attributes into those of the account and
 * the user. A call has neither an id nor a time, so it happens when it is received, and each counts.
 */
@Component
public class TotangoCall {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Attributes with a name of Totango's own that EWS calls something else. */
    private static final Map<String, String> OWN_NAMES = Map.of("Success Manager", "csm");

    private final NativeDialect dialect;

    TotangoCall(NativeDialect dialect) {
        this.dialect = dialect;
    }

    /** @param parameters by name; {@code sdr_o} the account, {@code sdr_u} the user, {@code sdr_a} the activity */
    public Batch read(Source source, Map<String, String> parameters, Instant receivedAt) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode events = body.putArray("events");
        String account = parameters.get("sdr_o");
        String user = parameters.get("sdr_u");
        String activity = parameters.get("sdr_a");
        ObjectNode ofAccount = attributes("sdr_o.", "sdr_odn", parameters);
        ObjectNode ofUser = attributes("sdr_u.", null, parameters);
        if (!ofAccount.isEmpty()) {
            event(events, "account", account, receivedAt).set("attributes", ofAccount);
        }
        if (!ofUser.isEmpty() && user != null) {
            event(events, "user", account, receivedAt).put("user", user).set("attributes", ofUser);
        }
        if (activity != null || events.isEmpty()) {
            ObjectNode usage = event(events, "usage", account, receivedAt);
            usage.put("name", named(activity, parameters.get("sdr_m")));
            usage.put("user", user);
        }
        return dialect.read(source, JSON.writeValueAsBytes(body), receivedAt);
    }

    private static ObjectNode event(ArrayNode events, String type, @Nullable String account, Instant time) {
        return events.addObject()
                .put("type", type)
                .put("id", "totango-" + UUID.randomUUID())
                .put("time", time.toString())
                .put("account", account);
    }

    private static @Nullable String named(@Nullable String activity, @Nullable String module) {
        return activity == null || module == null || module.isBlank() ? activity : module + ": " + activity;
    }

    /** @param name the parameter that is the name of what is described, if there is one */
    private static ObjectNode attributes(String prefix, @Nullable String name, Map<String, String> parameters) {
        ObjectNode attributes = JSON.createObjectNode();
        parameters.forEach((key, value) -> {
            if (key.startsWith(prefix) && key.length() > prefix.length()) {
                String attribute = key.substring(prefix.length());
                attributes.put(OWN_NAMES.getOrDefault(attribute, attribute), value);
            } else if (key.equals(name)) {
                attributes.put("name", value);
            }
        });
        return attributes;
    }
}
