package ews.sensors.desk;

import ews.domain.event.Priority;
import ews.domain.event.TicketStatus;
import ews.sensors.dialect.Invalid;
import ews.sensors.vendor.Payload;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a desk makes of a template of ours: words that it shows its agents, and blank where there is nothing. */
final class Template {

    private Template() {}

    /** Where the ticket stands, with the time of its change. */
    static TicketSaid ticket(Payload said, Instant time) throws Invalid {
        return new TicketSaid(
                said.required("ticket", "/ticket"),
                time,
                status(said.text("/status")),
                priority(said.text("/priority")),
                "true".equalsIgnoreCase(said.text("/sla_breached")) ? Boolean.TRUE : null,
                said.text("/subject"));
    }

    /** @throws Invalid if it is none of the words of Zendesk and Freshdesk, in English or as numbers */
    static @Nullable TicketStatus status(@Nullable String word) throws Invalid {
        return word == null
                ? null
                : switch (word.toLowerCase(Locale.ROOT)) {
                    case "new", "open", "2" -> TicketStatus.OPEN;
                    case "pending", "hold", "on-hold", "on hold", "3" -> TicketStatus.PENDING;
                    case "waiting on customer", "waiting on third party", "6", "7" -> TicketStatus.PENDING;
                    case "solved", "resolved", "4" -> TicketStatus.SOLVED;
                    case "closed", "deleted", "archived", "scrubbed", "5" -> TicketStatus.CLOSED;
                    default ->
                        throw new Invalid(
                                "unknown_status",
                                "status must be open, pending, solved or closed; got " + Invalid.quoted(word));
                };
    }

    /** @throws Invalid if it is none of the words of Zendesk and Freshdesk, in English or as numbers */
    static @Nullable Priority priority(@Nullable String word) throws Invalid {
        return word == null
                ? null
                : switch (word.toLowerCase(Locale.ROOT)) {
                    case "low", "1" -> Priority.LOW;
                    case "normal", "medium", "2" -> Priority.NORMAL;
                    case "high", "3" -> Priority.HIGH;
                    case "urgent", "4" -> Priority.URGENT;
                    case "-" -> null;
                    default ->
                        throw new Invalid(
                                "unknown_priority",
                                "priority must be low, normal, high or urgent; got " + Invalid.quoted(word));
                };
    }
}
