package ews.sensors.desk;

import ews.domain.event.Priority;
import ews.domain.event.TicketStatus;
import ews.sensors.dialect.Invalid;
import ews.sensors.intake.Dialect;
import ews.sensors.vendor.BodySigning;
import ews.sensors.vendor.Hmac;
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
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Intercom's conversations and tickets, both of them tickets here, each with its state as it was then; and contacts, where
 * an attribute says whose they are.
 */
@Component
class IntercomDialect implements VendorDialect {

    /** What a customer began, and what changes its state. Notes, tags and what we ourselves begin are none. */
    private static final Set<String> TICKETS = Set.of(
            "conversation.user.created",
            "conversation.user.replied",
            "conversation.admin.closed",
            "conversation.admin.opened",
            "conversation.admin.snoozed",
            "conversation.admin.unsnoozed",
            "conversation.priority.updated",
            "ticket.created",
            "ticket.state.updated",
            "ticket.closed");

    @Override
    public Dialect dialect() {
        return Dialect.INTERCOM;
    }

    @Override
    public Vendor vendor() {
        return Vendor.INTERCOM;
    }

    @Override
    public Signing signing() {
        return new BodySigning(
                "X-Hub-Signature",
                (secret, body) -> "sha1=" + Hmac.sha1(secret, body).hex());
    }

    @Override
    public @Nullable String id(ObjectNode body) {
        return new Payload(body).text("/id");
    }

    @Override
    public Telling read(ObjectNode body, String id) throws Invalid {
        String topic = new Payload(body).required("topic", "/topic");
        var item = new Payload(item(body));
        String account = account(item);
        if (TICKETS.contains(topic)) {
            var ticket = new TicketSaid(
                    item.required("ticket", "/id"),
                    time(body, item),
                    status(topic, item),
                    priority(item),
                    null,
                    subject(item));
            return new Telling.Something(contact(item), account, List.of(ticket.event(id)));
        }
        return topic.startsWith("contact.") && account != null
                ? new Telling.Something(itself(item), account, List.of())
                : new Telling.Nothing(topic);
    }

    private static JsonNode item(ObjectNode body) {
        JsonNode item = body.at("/data/item");
        return item.path("ticket").isObject() ? item.path("ticket") : item;
    }

    private static Instant time(ObjectNode body, Payload item) throws Invalid {
        return item.text("/updated_at") == null ? new Payload(body).time("/created_at") : item.time("/updated_at");
    }

    private static @Nullable TicketStatus status(String topic, Payload item) {
        String state = item.text("/state", "/ticket_state/category", "/ticket_state");
        return switch (state == null ? "" : state) {
            case "open", "submitted", "in_progress" -> TicketStatus.OPEN;
            case "snoozed", "waiting_on_customer" -> TicketStatus.PENDING;
            case "resolved" -> TicketStatus.SOLVED;
            case "closed" -> TicketStatus.CLOSED;
            default -> ofTopic(topic);
        };
    }

    private static @Nullable TicketStatus ofTopic(String topic) {
        return switch (topic) {
            case "conversation.admin.closed", "ticket.closed" -> TicketStatus.CLOSED;
            case "conversation.admin.snoozed" -> TicketStatus.PENDING;
            case "conversation.priority.updated", "ticket.state.updated" -> null;
            default -> TicketStatus.OPEN;
        };
    }

    private static @Nullable Priority priority(Payload item) {
        String priority = item.text("/priority");
        return priority == null ? null : priority.equals("priority") ? Priority.HIGH : Priority.NORMAL;
    }

    /** Without the marks of a page, in which Intercom writes it. */
    private static @Nullable String subject(Payload item) {
        String title = item.text(
                "/ticket_attributes/_default_title_", "/title", "/source/subject", "/conversation_message/subject");
        String plain = title == null
                ? ""
                : HtmlUtils.htmlUnescape(title.replaceAll("<[^<>]*>", " "))
                        .replace('\u00A0', ' ')
                        .replaceAll("\\s+", " ")
                        .strip();
        return plain.isEmpty() ? null : plain;
    }

    private static @Nullable String account(Payload item) {
        return item.text(
                "/company/company_id",
                "/custom_attributes/account",
                "/contacts/contacts/0/custom_attributes/account",
                "/source/author/custom_attributes/account",
                "/user/custom_attributes/account");
    }

    /** Who asked, and never one of us. */
    private static @Nullable String contact(Payload item) {
        String author = item.text("/source/author/type");
        boolean ours = author != null && Set.of("admin", "bot", "team").contains(author);
        return Payload.first(
                item.email("/contacts/contacts/0/email", "/user/email"),
                ours ? null : item.email("/source/author/email"),
                item.id(
                        "contact",
                        "/contacts/contacts/0/external_id",
                        "/contacts/contacts/0/id",
                        "/user/user_id",
                        "/user/id"));
    }

    private static @Nullable String itself(Payload contact) {
        return Payload.first(contact.email("/email"), contact.id("contact", "/external_id", "/id"));
    }

    @Override
    public @Nullable String customer(ObjectNode body) {
        return new Payload(item(body))
                .text(
                        "/company/name",
                        "/contacts/contacts/0/name",
                        "/source/author/name",
                        "/user/name",
                        "/source/author/email");
    }

    @Override
    public ObjectNode sample(Instant now) {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"type":"notification_event","id":"notif_sample","topic":"conversation.user.created","app_id":"sample",
                 "created_at":%1$d,"delivery_attempts":1,
                 "data":{"type":"notification_event_data","item":{"type":"conversation","id":"1","created_at":%1$d,
                  "updated_at":%1$d,"state":"open","priority":"not_priority","title":"A sample",
                  "source":{"type":"conversation","author":{"type":"user","id":"7","name":"Sam","email":"sam@example.com"}},
                  "contacts":{"type":"contact.list","contacts":[{"type":"contact","id":"7"}]}}}}
                """.formatted(now.getEpochSecond()));
    }
}
