package ews.sensors.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.vendor.Hook;
import ews.sensors.vendor.Vendor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskTest extends DeskTest {

    private static final String SECRET = "dXMtYW5kLXplbmRlc2sta25vdy10aGlz";

    ZendeskTest() {
        super(Vendor.ZENDESK, SECRET);
    }

    private static Map<String, String> signed(String body, String secret, Instant at) {
        String time = at.truncatedTo(ChronoUnit.SECONDS).toString();
        String signature = Base64.getEncoder().encodeToString(hmac("HmacSHA256", secret, time + body));
        return Map.of("X-Zendesk-Webhook-Signature", signature, "X-Zendesk-Webhook-Signature-Timestamp", time);
    }

    @Override
    Hook.Answer send(String body) {
        return hook.post(body, signed(body, SECRET, Instant.now()));
    }

    private static String event(String id, String change, String updated, String status) {
        return said(
                "zendesk/ticket_created",
                "/id",
                id,
                "/type",
                "zen:event-type:ticket." + change,
                "/detail/updated_at",
                updated,
                "/detail/status",
                status);
    }

    @Test
    void aTriggerThatNamesTheAccountTellsWhereTheTicketStands() {
        accepts(said("zendesk/trigger"));
        accepts(said("zendesk/trigger", "/status", "On-hold", "/priority", "", "/updated_at", "2026-10-01T11:00Z"));
        accepts(said(
                "zendesk/trigger",
                "/status",
                "Solved",
                "/sla_breached",
                "true",
                "/updated_at",
                "2026-10-02T11:00:00Z"));

        assertThat(changes())
                .containsExactly(
                        "acme 35 open high Export is empty",
                        "acme 35 pending Export is empty",
                        "acme 35 solved high breached Export is empty");
    }

    @Test
    void eventsWaitUntilSomebodySaysWhoseTheOrganizationIs() {
        accepts(event("e1", "created", "2026-10-01T10:00:00Z", "NEW"));
        assertThat(texts("select key from account")).isEmpty();
        assertThat(texts("select person from unplaced_event")).containsExactly("organization 42");

        assign("organization 42", "acme");
        accepts(event("e2", "status_changed", "2026-10-01T11:00:00Z", "SOLVED"));

        assertThat(changes())
                .containsExactly("acme 35 open high Export is empty", "acme 35 solved high Export is empty");
    }

    @Test
    void aTriggerThatNamesTheAccountPlacesTheEventsOfItsOrganization() {
        accepts(event("e1", "created", "2026-10-01T10:00:00Z", "NEW"));
        accepts(said("zendesk/trigger"));

        assertThat(statuses()).containsExactly("open", "open");
    }

    @Test
    void whoHasNoOrganizationIsKnownByTheAddressOrElseByANumber() {
        accepts(said("zendesk/trigger", "/organization", "", "/account", ""));
        accepts(said("zendesk/ticket_created", "/detail/organization_id", ""));

        assertThat(texts("select person from unplaced_event order by 1"))
                .containsExactly("carla@acme.example", "user 700201");
        assign("@acme.example", "acme");
        assertThat(changes()).containsExactly("acme 35 open high Export is empty");
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, open",
        "OPEN, open",
        "PENDING, pending",
        "HOLD, pending",
        "SOLVED, solved",
        "CLOSED, closed",
        "DELETED, closed"
    })
    void statusesAreOurs(String theirs, String ours) {
        assign("organization 42", "acme");
        accepts(event("e1", "status_changed", "2026-10-01T10:00:00Z", theirs));

        assertThat(statuses()).containsExactly(ours);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theSameComesOutOfAnyOrderAndRepetition(int seed) {
        assign("organization 42", "acme");
        acceptsInAnyOrder(
                List.of(
                        event("e1", "created", "2026-10-01T10:00:00Z", "NEW"),
                        event("e2", "status_changed", "2026-10-01T10:00:00Z", "OPEN"),
                        event("e3", "status_changed", "2026-10-01T10:20:00Z", "PENDING"),
                        event("e4", "status_changed", "2026-10-01T10:30:00Z", "SOLVED"),
                        event("e5", "soft_deleted", "2026-10-01T10:30:00Z", "SOLVED")),
                seed);

        assertThat(statuses()).containsExactly("open", "open", "pending", "solved", "closed");
    }

    @Test
    void whatChangesNothingIsCountedByItsName() {
        accepts(event("e1", "comment_added", "2026-10-01T10:00:00Z", "OPEN"));
        accepts(said("zendesk/ticket_created", "/type", "zen:event-type:user.created"));

        assertThat(texts("select name from ignored_event order by name"))
                .containsExactly("zen:event-type:ticket.comment_added", "zen:event-type:user.created");
        assertThat(texts("select count(*) from unplaced_event")).containsExactly("0");
    }

    @Test
    void whatZendeskDidNotSignIsRefused() {
        String body = said("zendesk/trigger");
        Instant now = Instant.now();

        assertThat(hook.post(body, Map.of()).status()).isEqualTo(401);
        assertThat(hook.post(body, signed(body, "another", now)).status()).isEqualTo(401);
        assertThat(hook.post(body + " ", signed(body, SECRET, now)).status()).isEqualTo(401);
        assertThat(hook.post(body, signed(body, SECRET, now.minusSeconds(310))).status())
                .isEqualTo(401);
        assertThat(hook.post(body, signed(body, SECRET, now.plusSeconds(310))).status())
                .isEqualTo(401);

        assertThat(texts("select count(*) from event")).containsExactly("0");
        assertThat(webhooks.of(webhook.source().id()).orElseThrow().refusal()).isNotNull();
    }

    @Test
    void aWordThatNobodyKnowsIsKeptWithTheReason() {
        assertThat(send(said("zendesk/trigger", "/status", "Gelöst")).status()).isEqualTo(200);
        assertThat(send(said("zendesk/trigger", "/ticket", "")).status()).isEqualTo(200);
        assertThat(send(said("zendesk/trigger", "/updated_at", "October 1")).status())
                .isEqualTo(200);

        assertThat(texts("select code from reject order by id"))
                .containsExactly("unknown_status", "missing_ticket", "invalid_time");
        assertThat(texts("select body from reject where code = 'unknown_status'"))
                .allMatch(it -> it.contains("Gelöst"));
    }
}
