package ews.sensors.stripe;

import ews.sensors.dialect.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event about an invoice, in our own words. */
final class StripeInvoice {

    /** In the order of an invoice's life: within a second, the later one counts. */
    private static final List<String> IN_ORDER = List.of("issued", "payment_failed", "overdue", "paid", "void");

    private StripeInvoice() {}

    /** What an event of this type says of its invoice; {@code null} if that is nothing. */
    static @Nullable String status(String type) {
        return switch (type) {
            case "invoice.finalized", "invoice.sent" -> "issued";
            case "invoice.payment_failed", "invoice.payment_action_required" -> "payment_failed";
            case "invoice.overdue", "invoice.marked_uncollectible" -> "overdue";
            case "invoice.paid", "invoice.payment_succeeded" -> "paid";
            case "invoice.voided" -> "void";
            default -> null;
        };
    }

    static ObjectNode event(String type, ObjectNode invoice, String id, Instant time) throws Invalid {
        String status = String.valueOf(status(type));
        ObjectNode event = JsonMapper.shared().createObjectNode();
        event.put("type", "invoice");
        event.put("id", id);
        event.put("time", time.plusMillis(IN_ORDER.indexOf(status)).toString());
        event.put("invoice", required(invoice));
        event.put("status", status);
        JsonNode amount = amount(invoice);
        String currency = Stripe.text(invoice.get("currency"));
        if (amount != null && currency != null) {
            Stripe.say(event, "amount", amount.decimalValue(), currency);
        }
        LocalDate due = Stripe.day(invoice.get("due_date"));
        if (due != null) {
            event.put("dueDate", due.toString());
        } else if (!status.equals("paid") && !status.equals("void")) {
            // What is collected by itself is due at once.
            event.put("dueDate", String.valueOf(Stripe.day(firstTime(invoice, time))));
        }
        return event;
    }

    private static String required(ObjectNode invoice) throws Invalid {
        String id = Stripe.text(invoice.get("id"));
        if (id == null) {
            throw new Invalid("missing_invoice", "the id of the invoice is required");
        }
        return id;
    }

    private static @Nullable JsonNode amount(ObjectNode invoice) {
        for (String field : List.of("amount_due", "total")) {
            JsonNode amount = invoice.get(field);
            if (amount != null && amount.isIntegralNumber()) {
                return amount;
            }
        }
        return null;
    }

    private static JsonNode firstTime(ObjectNode invoice, Instant time) {
        for (JsonNode at : List.of(invoice.path("status_transitions").path("finalized_at"), invoice.path("created"))) {
            if (at.isIntegralNumber()) {
                return at;
            }
        }
        return JsonMapper.shared().getNodeFactory().numberNode(time.getEpochSecond());
    }
}
