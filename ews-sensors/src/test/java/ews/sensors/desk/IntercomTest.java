package ews.sensors.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.vendor.Hook;
import ews.sensors.vendor.Vendor;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomTest extends DeskTest {

    private static final String SECRET = "2b7e8c51-aa11-4c0e-9e0d-0123456789ab";
    private static final long BEGIN = 1_790_848_800;

    IntercomTest() {
        super(Vendor.INTERCOM, SECRET);
    }

    private static Map<String, String> signed(String body, String secret) {
        return Map.of("X-Hub-Signature", "sha1=" + HexFormat.of().formatHex(hmac("HmacSHA1", secret, body)));
    }

    @Override
    Hook.Answer send(String body) {
        return hook.post(body, signed(body, SECRET));
    }

    private static String conversation(String id, String topic, long updated, String state) {
        return said(
                "intercom/conversation_created",
                "/id",
                id,
                "/topic",
                topic,
                "/data/item/updated_at",
                Long.toString(updated),
                "/data/item/state",
                state);
    }

    @Test
    void aConversationIsATicketOfWhoBeganIt() {
        accepts(said("intercom/conversation_created"));
        assertThat(texts("select person from unplaced_event")).containsExactly("carla@acme.example");

        assign("@acme.example", "acme");
        accepts(said(
                "intercom/conversation_created",
                "/id",
                "n2",
                "/topic",
                "conversation.priority.updated",
                "/data/item/priority",
                "priority",
                "/data/item/updated_at",
                Long.toString(BEGIN + 60)));
        accepts(conversation("n3", "conversation.admin.snoozed", BEGIN + 120, "snoozed"));
        accepts(conversation("n4", "conversation.admin.closed", BEGIN + 180, "closed"));

        assertThat(changes())
                .containsExactly(
                        "acme 215001 open normal Export is empty",
                        "acme 215001 open high Export is empty",
                        "acme 215001 pending normal Export is empty",
                        "acme 215001 closed normal Export is empty");
    }

    @Test
    void aTicketNamesItsCompany() {
        accepts(said("intercom/ticket_state_updated"));
        accepts(said(
                "intercom/ticket_state_updated",
                "/id",
                "n3",
                "/data/item/updated_at",
                Long.toString(BEGIN + 7200),
                "/data/item/ticket_state/category",
                "resolved"));

        assertThat(changes())
                .containsExactly("acme 215002 pending Export is empty", "acme 215002 solved Export is empty");
    }

    @Test
    void aContactWithAnAttributeSaysWhoseItsConversationsAre() {
        accepts(said("intercom/conversation_created"));
        accepts(said("intercom/contact_updated"));

        assertThat(statuses()).containsExactly("open");
    }

    @Test
    void whatOlderVersionsOfItsInterfaceSendIsUnderstoodToo() {
        accepts("""
                {"type":"notification_event","id":"n1","topic":"conversation.user.created","created_at":1790848800,
                 "data":{"type":"notification_event_data","item":{"type":"conversation","id":"215003",
                  "created_at":"1790848800","updated_at":"1790848800","open":null,
                  "user":{"type":"user","id":"64f0c1","name":"Carla Cole","email":"carla@acme.example"},
                  "conversation_message":{"subject":"<b>Export</b> is empty","author":{"type":"user","id":"64f0c1"}}}}}
                """);
        assign("@acme.example", "acme");

        assertThat(changes()).containsExactly("acme 215003 open Export is empty");
    }

    @Test
    void whoHasNoAddressIsKnownByAnId() {
        accepts(said("intercom/conversation_created", "/data/item/source/author/email", ""));

        assertThat(texts("select person from unplaced_event")).containsExactly("contact 17");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theSameComesOutOfAnyOrderAndRepetition(int seed) {
        assign("carla@acme.example", "acme");
        acceptsInAnyOrder(
                List.of(
                        said("intercom/conversation_created"),
                        conversation("n2", "conversation.admin.closed", BEGIN + 60, "closed"),
                        conversation("n3", "conversation.user.replied", BEGIN + 90, "open"),
                        conversation("n4", "conversation.admin.snoozed", BEGIN + 91, "snoozed")),
                seed);

        assertThat(statuses()).containsExactly("open", "closed", "open", "pending");
    }

    @Test
    void aRetryIsADuplicateAlthoughItCountsItsAttempts() {
        assign("carla@acme.example", "acme");
        accepts(said("intercom/conversation_created"));
        Hook.Answer again = send(said("intercom/conversation_created", "/delivery_attempts", "2"));

        assertThat(again.json().path("duplicates").asInt()).isEqualTo(1);
        assertThat(statuses()).containsExactly("open");
    }

    @Test
    void pingsAndNotesAreCountedByTheirNames() {
        accepts(said("intercom/ping"));
        accepts(conversation("n2", "conversation.admin.noted", BEGIN, "open"));

        assertThat(texts("select name from ignored_event order by name"))
                .containsExactly("conversation.admin.noted", "ping");
    }

    @Test
    void whatIntercomDidNotSignIsRefused() {
        String body = said("intercom/conversation_created");

        assertThat(hook.post(body, Map.of()).status()).isEqualTo(401);
        assertThat(hook.post(body, signed(body, "another")).status()).isEqualTo(401);
        assertThat(hook.post(body + " ", signed(body, SECRET)).status()).isEqualTo(401);
        assertThat(texts("select count(*) from unplaced_event")).containsExactly("0");
    }

    @Test
    void aDeliveryThatNamesNobodyIsKeptWithTheReason() {
        String nobody = said(
                "intercom/conversation_created",
                "/data/item/source/author/type",
                "admin",
                "/data/item/contacts/contacts/0/id",
                "",
                "/data/item/contacts/contacts/0/external_id",
                "");
        assertThat(send(nobody).status()).isEqualTo(200);
        assertThat(send("[]").status()).isEqualTo(200);

        assertThat(texts("select code from reject order by id")).containsExactly("missing_customer", "not_an_object");
    }
}
