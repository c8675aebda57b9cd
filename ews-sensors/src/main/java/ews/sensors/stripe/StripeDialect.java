package ews.sensors.stripe;

import ews.sensors.dialect.Invalid;
import ews.sensors.intake.Dialect;
import ews.sensors.vendor.Signing;
import ews.sensors.vendor.Telling;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorDialect;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stripe's events, read as they come, whatever version of its API made them. Stripe neither keeps their order nor sends
 * them once, and counts time in seconds; what is further along in the life of an invoice or subscription counts as later
 * within the same second.
 */
@Component
class StripeDialect implements VendorDialect {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where people say in Stripe which account it is. */
    private static final List<String> ACCOUNT = List.of("account", "account_id", "accountId", "account_key");

    @Override
    public Dialect dialect() {
        return Dialect.STRIPE;
    }

    @Override
    public Vendor vendor() {
        return Vendor.STRIPE;
    }

    @Override
    public Signing signing() {
        return new StripeSigning();
    }

    @Override
    public @Nullable String id(ObjectNode body) {
        String id = body.path("id").asString("");
        return id.isEmpty() ? null : id;
    }

    @Override
    public Telling read(ObjectNode body, String id) throws Invalid {
        String type = body.path("type").asString("");
        if (!(body.path("data").get("object") instanceof ObjectNode object)) {
            throw new Invalid("missing_object", "data.object is required, as in every event of Stripe");
        }
        Instant time = Stripe.time(body.get("created"), "created");
        return switch (type) {
            case "customer.created", "customer.updated" ->
                account(object) == null
                        ? new Telling.Nothing(type)
                        : new Telling.Something(Stripe.text(object.get("id")), account(object), List.of());
            case String it
            when StripeInvoice.status(it) != null ->
                something(object, List.of(StripeInvoice.event(it, object, id, time)));
            case String it
            when it.startsWith("customer.subscription.") && !StripeSubscription.isNotice(it) ->
                something(object, StripeSubscription.events(it, object, id, time));
            default -> new Telling.Nothing(type.isEmpty() ? "without a type" : type);
        };
    }

    private static Telling something(ObjectNode object, List<ObjectNode> events) {
        return new Telling.Something(customerId(object), account(object), events);
    }

    private static @Nullable String customerId(ObjectNode object) {
        JsonNode customer = object.path("customer");
        return Stripe.text(customer.isObject() ? customer.get("id") : customer);
    }

    private static @Nullable String account(ObjectNode object) {
        for (JsonNode metadata : List.of(
                object.path("metadata"),
                object.path("customer").path("metadata"),
                object.path("parent").path("subscription_details").path("metadata"),
                object.path("subscription_details").path("metadata"))) {
            for (String name : ACCOUNT) {
                String account = Stripe.text(metadata.get(name));
                if (account != null) {
                    return account;
                }
            }
        }
        return null;
    }

    @Override
    public @Nullable String customer(ObjectNode body) {
        JsonNode object = body.path("data").path("object");
        JsonNode customer = object.path("customer");
        return Stripe.first(
                object.get("customer_name"), object.get("customer_email"), customer.get("name"), customer.get("email"));
    }

    @Override
    public ObjectNode sample(Instant now) {
        long seconds = now.getEpochSecond();
        return (ObjectNode) JSON.readTree("""
                {"id":"evt_sample","object":"event","created":%d,"type":"invoice.payment_failed","livemode":false,
                 "data":{"object":{"id":"in_sample","object":"invoice","customer":"cus_sample","customer_name":"Sample Ltd",
                  "currency":"usd","amount_due":120000,"attempt_count":2,"status":"open","due_date":%d,"metadata":{}}}}
                """.formatted(seconds, seconds));
    }
}
