package ews.sensors.desk;

import ews.domain.event.TicketStatus;
import ews.sensors.dialect.Invalid;
import ews.sensors.intake.Dialect;
import ews.sensors.vendor.Payload;
import ews.sensors.vendor.Signing;
import ews.sensors.vendor.Telling;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorDialect;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Zendesk's own events of tickets, each with the ticket as it was then, and what a trigger or an automation makes of our
 * template. Only the template can name the account.
 */
@Component
class ZendeskDialect implements VendorDialect {

    private static final String EVENT = "zen:event-type:";
    private static final String TICKET = EVENT + "ticket.";

    /** Comments, tags and the like do not change what is known of a ticket. */
    private static final Set<String> CHANGES = Set.of(
            "created",
            "status_changed",
            "custom_status_changed",
            "priority_changed",
            "subject_changed",
            "organization_changed",
            "requester_changed",
            "merged",
            "undeleted");

    private static final Set<String> REMOVALS = Set.of("soft_deleted", "permanently_deleted", "marked_as_spam");

    @Override
    public Dialect dialect() {
        return Dialect.ZENDESK;
    }

    @Override
    public Vendor vendor() {
        return Vendor.ZENDESK;
    }

    @Override
    public Signing signing() {
        return new ZendeskSigning();
    }

    @Override
    public @Nullable String id(ObjectNode body) {
        return isEvent(body) ? new Payload(body).text("/id") : null;
    }

    @Override
    public Telling read(ObjectNode body, String id) throws Invalid {
        var said = new Payload(body);
        return isEvent(body) ? event(said, id) : fromTemplate(said, id);
    }

    private static boolean isEvent(ObjectNode body) {
        return body.path("type").asString("").startsWith(EVENT);
    }

    private static Telling event(Payload said, String id) throws Invalid {
        String type = said.required("type", "/type");
        String change = type.startsWith(TICKET) ? type.substring(TICKET.length()) : "";
        boolean removed = REMOVALS.contains(change);
        if (!removed && !CHANGES.contains(change)) {
            return new Telling.Nothing(type.substring(EVENT.length()).isEmpty() ? "an event" : type);
        }
        var ticket = new TicketSaid(
                said.required("ticket", "/detail/id"),
                said.time("/detail/updated_at", "/time"),
                removed ? TicketStatus.CLOSED : Template.status(said.text("/detail/status")),
                Template.priority(said.text("/detail/priority")),
                null,
                said.text("/detail/subject"));
        String customer = Payload.first(
                said.id("organization", "/detail/organization_id"), said.id("user", "/detail/requester_id"));
        return new Telling.Something(customer, null, List.of(ticket.event(id)));
    }

    private static Telling fromTemplate(Payload said, String id) throws Invalid {
        String customer = Payload.first(said.id("organization", "/organization"), said.email("/requester"));
        TicketSaid ticket = Template.ticket(said, said.time("/updated_at"));
        return new Telling.Something(customer, said.text("/account"), List.of(ticket.event(id)));
    }

    @Override
    public @Nullable String customer(ObjectNode body) {
        return new Payload(body).text("/organization_name", "/requester");
    }

    @Override
    public String template() {
        return """
                {
                  "ticket": "{{ticket.id}}",
                  "status": "{{ticket.status}}",
                  "priority": "{{ticket.priority}}",
                  "subject": "{{ticket.title}}",
                  "updated_at": "{{ticket.updated_at_with_timestamp}}",
                  "requester": "{{ticket.requester.email}}",
                  "organization": "{{ticket.organization.id}}",
                  "organization_name": "{{ticket.organization.name}}",
                  "account": "{{ticket.organization.external_id}}"
                }
                """;
    }

    @Override
    public ObjectNode sample(Instant now) {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"type":"zen:event-type:ticket.created","id":"sample","time":"%1$s","zendesk_event_version":"2022-11-06",
                 "subject":"zen:ticket:1",
                 "detail":{"id":"1","status":"NEW","priority":"HIGH","subject":"A sample","requester_id":"7",
                  "organization_id":"42","created_at":"%1$s","updated_at":"%1$s"},
                 "event":{}}
                """.formatted(now));
    }
}
