package ews.sensors.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.sensors.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a vendor that signs well may send, it is accepted, counted or kept with a reason, and never breaks anything. */
class OddDeliveriesTest extends VendorTest {

    private static final int TRIES = 150;
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "-9223372036854775808",
            "0",
            "123456789012345678901234567890",
            "1e300",
            "0.1",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"@\"",
            "\"99999999999999999999\"",
            "\"2026-13-45T99:00:00Z\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[]",
            "[[[]]]",
            "[null,1,{}]",
            "{}",
            "{\"id\":null}");

    @Autowired
    private VendorIntake intake;

    @Autowired
    private List<VendorDialect> dialects;

    OddDeliveriesTest() {
        super(Vendor.STRIPE, "whsec_any");
    }

    private record Place(JsonNode parent, String name, int index) {
        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else if (parent instanceof ArrayNode array) {
                array.set(index, value);
            }
        }
    }

    private static void collect(JsonNode node, List<Place> places) {
        node.properties().forEach(it -> {
            places.add(new Place(node, it.getKey(), 0));
            collect(it.getValue(), places);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(new Place(node, "", i));
            collect(node.get(i), places);
        }
    }

    private static byte[] odd(JsonNode usual, Random random) {
        JsonNode body = usual.deepCopy();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            var places = new ArrayList<Place>();
            collect(body, places);
            // Of text in quotes, since not everything odd can be a node.
            places.get(random.nextInt(places.size()))
                    .set(JsonMapper.shared().getNodeFactory().stringNode("odd " + random.nextInt(ODD.size())));
        }
        String text = body.toString();
        for (int i = ODD.size() - 1; i >= 0; i--) {
            text = text.replace("\"odd " + i + "\"", ODD.get(i));
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A contact tells of no event, only whose it is. */
    @ParameterizedTest
    @CsvSource({
        "STRIPE, '', 150",
        "ZENDESK, zendesk/ticket_created, 150",
        "ZENDESK, zendesk/trigger, 150",
        "INTERCOM, intercom/conversation_created, 150",
        "INTERCOM, intercom/ticket_state_updated, 150",
        "INTERCOM, intercom/contact_updated, 0",
        "FRESHDESK, freshdesk/automation, 150",
        "JIRA, jira/issue_updated, 150",
        "DELIGHTED, delighted/response_updated, 150",
        "TYPEFORM, typeform/response, 150"
    })
    void breakNothing(Vendor vendor, String file, int least) {
        VendorDialect dialect = dialects.stream()
                .filter(it -> it.vendor() == vendor)
                .findFirst()
                .orElseThrow();
        Source source = webhooks.create("My " + vendor.title(), vendor, Actor.SYSTEM);
        webhooks.setSecret(source.id(), "a-secret", Actor.SYSTEM);
        String address = webhooks.of(source.id()).orElseThrow().address();
        JsonNode usual = file.isEmpty()
                ? dialect.sample(Instant.now())
                : JsonMapper.shared().readTree(said(file));
        var random = new Random(7);
        int handled = 0;

        for (int i = 0; i < TRIES; i++) {
            byte[] body = odd(usual, random);
            var headers = new TreeMap<String, String>();
            dialect.signing()
                    .sign(body, "a-secret", Instant.now())
                    .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));

            handled += intake.take(address, new Delivery(headers, body, Instant.now()))
                    .received();
            intake.customer(vendor, new String(body, StandardCharsets.UTF_8));
        }
        assertThat(handled).isGreaterThanOrEqualTo(least);
        assertThat(texts("select count(*) > 0 from reject")).containsExactly("t");
    }
}
