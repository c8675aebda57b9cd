package ews.sensors.stripe;

import ews.sensors.dialect.Invalid;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event about a subscription, in our own words. */
final class StripeSubscription {

    /** In the order of a subscription's life: within a second, the later one counts. */
    private static final List<String> IN_ORDER = List.of("trial", "active", "cancelled");

    private StripeSubscription() {}

    /** Whether it only reminds of what is known. */
    static boolean isNotice(String type) {
        return type.equals("customer.subscription.trial_will_end") || type.startsWith("customer.subscription.pending_");
    }

    static List<ObjectNode> events(String type, ObjectNode subscription, String id, Instant time) throws Invalid {
        var events = new ArrayList<ObjectNode>();
        String status = status(type, subscription);
        if (status != null) {
            events.add(changed(subscription, status, id, time));
        }
        events.add(ending(subscription, id, time));
        return events;
    }

    private static @Nullable String status(String type, ObjectNode subscription) {
        if (type.endsWith(".deleted")) {
            return "cancelled";
        }
        return switch (subscription.path("status").asString("")) {
            case "trialing" -> "trial";
            case "active", "past_due", "unpaid", "paused" -> "active";
            case "canceled", "incomplete_expired" -> "cancelled";
            // It has not begun before its first payment.
            default -> null;
        };
    }

    private static ObjectNode changed(ObjectNode subscription, String status, String id, Instant time) {
        ObjectNode event = event("subscription", id, time.plusMillis(IN_ORDER.indexOf(status)));
        event.put("status", status);
        JsonNode items = subscription.path("items").path("data");
        JsonNode first = items.path(0);
        String plan = Stripe.first(
                price(first).get("nickname"),
                price(first).path("product").get("name"),
                price(first).get("lookup_key"),
                price(first).get("id"));
        if (plan != null) {
            event.put("plan", plan);
        }
        if (items.isArray() && !items.isEmpty()) {
            event.put("seats", seats(items));
            sayValue(event, items);
        }
        LocalDate renewal = Stripe.day(renewal(subscription, first));
        if (renewal != null) {
            event.put("renewalDate", renewal.toString());
        }
        return event;
    }

    /** On the items since 2025, on the subscription before. */
    private static JsonNode renewal(ObjectNode subscription, JsonNode item) {
        JsonNode onItem = item.path("current_period_end");
        return onItem.isIntegralNumber() ? onItem : subscription.path("current_period_end");
    }

    private static JsonNode price(JsonNode item) {
        return item.path("price").isObject() ? item.path("price") : item.path("plan");
    }

    private static long seats(JsonNode items) {
        return items.valueStream()
                .mapToLong(it -> it.path("quantity").asLong(1))
                .sum();
    }

    private static void sayValue(ObjectNode event, JsonNode items) {
        BigDecimal perYear = BigDecimal.ZERO;
        String currency = null;
        for (JsonNode item : items) {
            JsonNode price = price(item);
            JsonNode amount = price.has("unit_amount") ? price.path("unit_amount") : price.path("amount");
            JsonNode recurring = price.path("recurring").isObject() ? price.path("recurring") : price;
            BigDecimal times = timesAYear(recurring);
            if (!amount.isIntegralNumber() || times == null) {
                // Tiers and meters: nobody knows what it will come to.
                return;
            }
            perYear = perYear.add(amount.decimalValue()
                    .multiply(BigDecimal.valueOf(item.path("quantity").asLong(1)))
                    .multiply(times));
            currency = Stripe.text(price.get("currency"));
        }
        if (currency != null) {
            Stripe.say(event, "value", perYear, currency);
        }
    }

    private static @Nullable BigDecimal timesAYear(JsonNode recurring) {
        BigDecimal count =
                BigDecimal.valueOf(Math.max(1, recurring.path("interval_count").asLong(1)));
        BigDecimal a = switch (recurring.path("interval").asString("")) {
            case "day" -> BigDecimal.valueOf(365);
            case "week" -> BigDecimal.valueOf(52);
            case "month" -> BigDecimal.valueOf(12);
            case "year" -> BigDecimal.ONE;
            default -> null;
        };
        return a == null ? null : a.divide(count, MathContext.DECIMAL64);
    }

    /** When it will end, if somebody has cancelled it for the end of what is paid: it is still active until then. */
    private static ObjectNode ending(ObjectNode subscription, String id, Instant time) {
        ObjectNode event = event("account", id + "#ending", time);
        ObjectNode attributes = event.putObject("attributes");
        JsonNode at = subscription.path("cancel_at");
        boolean atEnd = subscription.path("cancel_at_period_end").asBoolean(false);
        LocalDate day = Stripe.day(
                at.isIntegralNumber()
                        ? at
                        : renewal(
                                subscription,
                                subscription.path("items").path("data").path(0)));
        if (day != null && (atEnd || at.isIntegralNumber())) {
            attributes.put("cancels_on", day.toString());
        } else {
            attributes.putNull("cancels_on");
        }
        String reason = Stripe.first(
                subscription.path("cancellation_details").get("feedback"),
                subscription.path("cancellation_details").get("comment"));
        if (reason != null) {
            attributes.put("cancellation_reason", reason);
        }
        return event;
    }

    private static ObjectNode event(String type, String id, Instant time) {
        ObjectNode event = JsonMapper.shared().createObjectNode();
        event.put("type", type);
        event.put("id", id);
        event.put("time", time.toString());
        return event;
    }
}
