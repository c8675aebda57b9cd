package ews.sensors.desk;

import ews.domain.event.Priority;
import ews.domain.event.TicketStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a desk says of a ticket; {@code null} where it says nothing, so that it stays as it was. */
record TicketSaid(
        String ticket,
        Instant time,
        @Nullable TicketStatus status,
        @Nullable Priority priority,
        @Nullable Boolean slaBreached,
        @Nullable String subject) {

    /**
     * In our own words. Desks count time in seconds: within the same one, what is further along in the life of a ticket
     * counts as later.
     *
     * @param id of the delivery
     */
    ObjectNode event(String id) {
        ObjectNode event = JsonMapper.shared().createObjectNode();
        event.put("type", "support");
        event.put("id", id);
        event.put("time", time.plusMillis(status == null ? 0 : status.ordinal()).toString());
        event.put("ticket", ticket);
        if (status != null) {
            event.put("status", status.code());
        }
        if (priority != null) {
            event.put("priority", priority.code());
        }
        if (slaBreached != null) {
            event.put("slaBreached", slaBreached);
        }
        if (subject != null) {
            event.put("subject", subject);
        }
        return event;
    }
}
