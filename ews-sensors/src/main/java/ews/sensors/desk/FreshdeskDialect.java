package ews.sensors.desk;

import ews.sensors.dialect.Invalid;
import ews.sensors.dialect.Times;
import ews.sensors.intake.Dialect;
import ews.sensors.vendor.BodySigning;
import ews.sensors.vendor.Payload;
import ews.sensors.vendor.Signing;
import ews.sensors.vendor.Telling;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorDialect;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an automation of Freshdesk makes of our template. Freshdesk signs nothing, so it sends the secret itself. */
@Component
class FreshdeskDialect implements VendorDialect {

    /** A time as Freshdesk shows it: the day, the time of day and the zone, with blanks between them. */
    private static final Pattern SHOWN = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?) ?(UTC|Z|[+-]\\d{2}:?\\d{2})");

    @Override
    public Dialect dialect() {
        return Dialect.FRESHDESK;
    }

    @Override
    public Vendor vendor() {
        return Vendor.FRESHDESK;
    }

    @Override
    public Signing signing() {
        return new BodySigning("X-EWS-Secret", (secret, _) -> secret);
    }

    @Override
    public @Nullable String id(ObjectNode body) {
        return null;
    }

    @Override
    public Telling read(ObjectNode body, String id) throws Invalid {
        var said = new Payload(body);
        String customer = Payload.first(said.id("company", "/company"), said.email("/requester"));
        TicketSaid ticket = Template.ticket(said, time(said.required("time", "/updated_at")));
        return new Telling.Something(customer, said.text("/account"), List.of(ticket.event(id)));
    }

    private static Instant time(String shown) throws Invalid {
        var parts = SHOWN.matcher(shown);
        String iso = parts.matches()
                ? parts.group(1) + "T" + parts.group(2) + (parts.group(3).equals("UTC") ? "Z" : parts.group(3))
                : shown;
        return Times.parsed("updated_at", iso);
    }

    @Override
    public @Nullable String customer(ObjectNode body) {
        return new Payload(body).text("/company", "/requester");
    }

    @Override
    public String template() {
        return """
                {
                  "ticket": "{{ticket.id}}",
                  "status": "{{ticket.status}}",
                  "priority": "{{ticket.priority}}",
                  "subject": "{{ticket.subject}}",
                  "updated_at": "{{ticket.modified_on}}",
                  "requester": "{{ticket.requester.email}}",
                  "company": "{{ticket.company.name}}",
                  "account": "{{ticket.company.account}}"
                }
                """;
    }

    @Override
    public ObjectNode sample(Instant now) {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"ticket":"1","status":"Open","priority":"High","subject":"A sample","updated_at":"%s",
                 "requester":"sam@example.com","company":"Sample Ltd","account":""}
                """.formatted(now));
    }
}
