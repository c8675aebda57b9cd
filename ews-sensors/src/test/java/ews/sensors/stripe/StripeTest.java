package ews.sensors.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import ews.domain.audit.Actor;
import ews.sensors.fact.Assignments;
import ews.sensors.vendor.Hook;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Stripe sends, signed by Stripe's own library. */
class StripeTest extends VendorTest {

    private static final String SECRET = "whsec_5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH";
    private static final long BEGIN = Instant.parse("2026-10-01T10:00:00Z").getEpochSecond();

    @Autowired
    private Assignments assignments;

    StripeTest() {
        super(Vendor.STRIPE, SECRET);
    }

    private static Map<String, String> signed(String body, String secret, Instant at) throws Exception {
        long seconds = at.getEpochSecond();
        String signature = Webhook.Util.computeHmacSha256(secret, seconds + "." + body);
        return Map.of("Stripe-Signature", "t=%d,v1=%s".formatted(seconds, signature));
    }

    private Hook.Answer send(String body) throws Exception {
        return hook.post(body, signed(body, SECRET, Instant.now()));
    }

    private static String invoice(String id, String type, long created, String more) {
        return """
                {"id":"%s","object":"event","api_version":"2025-03-31.basil","created":%d,"type":"%s","livemode":true,
                 "data":{"object":{"id":"in_1","object":"invoice","customer":"cus_1","customer_name":"Acme Ltd",
                  "currency":"usd","amount_due":120050,"created":%d,"due_date":%d%s}}}
                """.formatted(id, created, type, BEGIN, BEGIN + 14 * 86_400, more);
    }

    private static String subscription(String id, String type, long created, String fields) {
        return """
                {"id":"%s","object":"event","created":%d,"type":"%s",
                 "data":{"object":{"id":"sub_1","object":"subscription","customer":"cus_1","metadata":{"account":"acme"},%s}}}
                """.formatted(id, created, type, fields);
    }

    private static final String ACCOUNT = ",\"metadata\":{\"account\":\"acme\"}";

    @Test
    void invoicesOfAnAccountAreKnownByTheMetadataThatNameIt() throws Exception {
        assertThat(send(invoice("evt_1", "invoice.finalized", BEGIN, ACCOUNT)).status())
                .isEqualTo(200);
        assertThat(send(invoice("evt_2", "invoice.payment_failed", BEGIN + 60, ACCOUNT))
                        .status())
                .isEqualTo(200);

        assertThat(texts("""
                select a.key || ' ' || i.invoice || ' ' || i.status || ' ' || i.amount || ' ' || i.currency || ' ' || i.due_on
                from invoice_change i join account a on a.id = i.account_id order by i.occurred_at
                """))
                .containsExactly(
                        "acme in_1 issued 1200.50 USD 2026-10-15", "acme in_1 payment_failed 1200.50 USD 2026-10-15");
    }

    @Test
    void theSameComesOutOfAnyOrderAndRepetition() throws Exception {
        List<String> deliveries = List.of(
                invoice("evt_1", "invoice.created", BEGIN, ACCOUNT),
                invoice("evt_2", "invoice.finalized", BEGIN + 60, ACCOUNT),
                invoice("evt_3", "invoice.payment_failed", BEGIN + 60, ACCOUNT),
                invoice("evt_4", "invoice.paid", BEGIN + 60, ACCOUNT));
        for (int seed = 0; seed < 5; seed++) {
            var shuffled = new ArrayList<>(deliveries);
            shuffled.addAll(deliveries);
            Collections.shuffle(shuffled, new Random(seed));
            for (String delivery : shuffled) {
                assertThat(send(delivery).status()).isEqualTo(200);
            }
        }

        assertThat(texts("select status from invoice_change order by occurred_at, event_key"))
                .containsExactly("issued", "payment_failed", "paid");
        assertThat(texts("select name || ' ' || events from ignored_event")).containsExactly("invoice.created 10");
    }

    @Test
    void whatNamesNoAccountWaitsUntilSomebodySaysWhoseTheCustomerIs() throws Exception {
        var waiting = send(invoice("evt_1", "invoice.overdue", BEGIN, ""));
        assertThat(waiting.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(texts("select key from account")).isEmpty();

        assignments.assign(webhook.source(), "cus_1", "acme", Actor.SYSTEM);
        send(invoice("evt_2", "invoice.paid", BEGIN + 60, ""));

        assertThat(texts("""
                select a.key || ' ' || i.status from invoice_change i join account a on a.id = i.account_id
                order by i.occurred_at
                """)).containsExactly("acme overdue", "acme paid");
    }

    @Test
    void aCustomerWhoseMetadataNameTheAccountPlacesWhatComesWithoutThem() throws Exception {
        send(invoice("evt_1", "invoice.overdue", BEGIN, ""));
        send("""
                {"id":"evt_2","created":%d,"type":"customer.updated",
                 "data":{"object":{"id":"cus_1","object":"customer","name":"Acme Ltd","metadata":{"account_id":"acme"}}}}
                """.formatted(BEGIN + 5));

        assertThat(texts("select key from account")).containsExactly("acme");
        assertThat(texts("select status from invoice_change")).containsExactly("overdue");
    }

    @Test
    void subscriptionsTellPlanSeatsValueAndRenewalInBothShapes() throws Exception {
        send(subscription("evt_1", "customer.subscription.created", BEGIN, """
                "status":"trialing","current_period_end":%d,"items":{"data":[{"quantity":5,
                 "plan":{"id":"team","nickname":"Team","amount":2000,"currency":"eur","interval":"month","interval_count":3}}]}
                """.formatted(BEGIN + 14 * 86_400)));
        send(subscription("evt_2", "customer.subscription.updated", BEGIN + 100, """
                "status":"active","items":{"data":[{"quantity":20,"current_period_end":%d,
                 "price":{"id":"price_1","nickname":"Business","unit_amount":5000,"currency":"eur",
                  "recurring":{"interval":"month","interval_count":1}}}]}
                """.formatted(BEGIN + 30 * 86_400)));

        assertThat(texts("""
                select concat_ws(' ', status, plan, seats, annual_value, currency, renewal_on) from subscription_change
                order by occurred_at
                """))
                .containsExactly("trial Team 5 400.00 EUR 2026-10-15", "active Business 20 12000.00 EUR 2026-10-31");
        assertThat(texts("select concat_ws(' ', plan, status, seats) from account"))
                .containsExactly("Business active 20");
    }

    @Test
    void aSubscriptionThatWillEndIsActiveUntilItDoesAndSaysWhen() throws Exception {
        String items =
                "\"items\":{\"data\":[{\"quantity\":1,\"current_period_end\":%d}]}".formatted(BEGIN + 30 * 86_400);
        send(subscription("evt_1", "customer.subscription.updated", BEGIN, """
                "status":"active","cancel_at_period_end":true,"cancellation_details":{"feedback":"too_expensive"},
                """ + items));

        assertThat(texts("select status from account")).containsExactly("active");
        assertThat(texts("select name || '=' || value from attribute_change order by name"))
                .containsExactly("cancellation_reason=too_expensive", "cancels_on=2026-10-31");

        send(subscription("evt_2", "customer.subscription.deleted", BEGIN + 60, "\"status\":\"canceled\"," + items));
        assertThat(texts("select status from account")).containsExactly("cancelled");
    }

    @Test
    void currenciesWithoutCentsAreNotDividedByAHundred() throws Exception {
        send(invoice("evt_1", "invoice.finalized", BEGIN, ACCOUNT).replace("\"usd\"", "\"jpy\""));

        assertThat(texts("select amount from invoice_change")).containsExactly("120050.00");
    }

    @Test
    void whatStripeDidNotSignIsRefusedAndTheSourceSaysWhy() throws Exception {
        String body = invoice("evt_1", "invoice.overdue", BEGIN, ACCOUNT);
        Instant now = Instant.now();

        assertThat(hook.post(body, Map.of()).status()).isEqualTo(401);
        assertThat(hook.post(body, signed(body, "whsec_other", now)).status()).isEqualTo(401);
        assertThat(hook.post(body + " ", signed(body, SECRET, now)).status()).isEqualTo(401);
        assertThat(hook.post(body, signed(body, SECRET, now.minusSeconds(310))).status())
                .isEqualTo(401);
        assertThat(hook.post(body, signed(body, SECRET, now.plusSeconds(310))).status())
                .isEqualTo(401);

        assertThat(texts("select count(*) from event")).containsExactly("0");
        assertThat(webhooks.of(webhook.source().id()).orElseThrow().refusal()).isNotNull();
    }

    @Test
    void eitherOfTwoSignaturesWillDoWhileTheSecretIsReplaced() throws Exception {
        String body = invoice("evt_1", "invoice.overdue", BEGIN, ACCOUNT);
        long seconds = Instant.now().getEpochSecond();
        String good = Webhook.Util.computeHmacSha256(SECRET, seconds + "." + body);

        var answer = hook.post(
                body, Map.of("Stripe-Signature", "t=%d,v1=%s,v1=%s,v0=x".formatted(seconds, "0".repeat(64), good)));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aDeliveryThatCannotBeReadIsKeptWithTheReason() throws Exception {
        var answer = send(
                "{\"id\":\"evt_1\",\"created\":1,\"type\":\"invoice.paid\",\"data\":{\"object\":{\"id\":\"in_1\"}}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(texts("select code from reject")).containsExactly("missing_customer");
        assertThat(send("no json at all").status()).isEqualTo(200);
        assertThat(texts("select body from reject where code = 'malformed'")).containsExactly("no json at all");
    }

    @Test
    void anUnknownAddressIsNotFoundAndARevokedOneGone() throws Exception {
        String body = invoice("evt_1", "invoice.overdue", BEGIN, ACCOUNT);
        assertThat(new Hook(hook.port(), "nobody")
                        .post(body, signed(body, SECRET, Instant.now()))
                        .status())
                .isEqualTo(404);
    }
}
