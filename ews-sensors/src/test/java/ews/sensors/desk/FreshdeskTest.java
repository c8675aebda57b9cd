package ews.sensors.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.vendor.Hook;
import ews.sensors.vendor.Vendor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshdeskTest extends DeskTest {

    private static final String SECRET = "f3a9c0e1b2d4";

    FreshdeskTest() {
        super(Vendor.FRESHDESK, SECRET);
    }

    @Override
    Hook.Answer send(String body) {
        return hook.post(body, Map.of("X-EWS-Secret", SECRET));
    }

    @Test
    void anAutomationTellsWhereTheTicketStands() {
        accepts(said("freshdesk/automation"));
        accepts(said(
                "freshdesk/automation",
                "/status",
                "Resolved",
                "/sla_breached",
                "true",
                "/updated_at",
                "2026-10-02T08:00:00Z"));

        assertThat(changes())
                .containsExactly("acme 35 open high Export is empty", "acme 35 solved high breached Export is empty");
        assertThat(texts("select to_char(occurred_at at time zone 'UTC', 'DD HH24:MI') from ticket_change order by 1"))
                .containsExactly("01 10:00", "02 08:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, open low",
        "3, 2, pending normal",
        "4, 3, solved high",
        "5, 4, closed urgent",
        "Waiting on Customer, Medium, pending normal",
        "6, Urgent, pending urgent"
    })
    void numbersAndNamesAreUnderstood(String status, String priority, String ours) {
        accepts(said("freshdesk/automation", "/status", status, "/priority", priority));

        assertThat(changes()).containsExactly("acme 35 " + ours + " Export is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-01T10:00:00Z",
                "2026-10-01 10:00:00 UTC",
                "2026-10-01 15:30:00 +0530",
                "2026-10-01T12:00:00+02:00"
            })
    void timesAreReadAsFreshdeskShowsThem(String time) {
        accepts(said("freshdesk/automation", "/updated_at", time));

        assertThat(texts("select to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from ticket_change"))
                .containsExactly("2026-10-01 10:00");
    }

    @Test
    void whatNamesNoAccountWaitsForTheCompanyOrElseForThePerson() {
        accepts(said("freshdesk/automation", "/account", ""));
        accepts(said("freshdesk/automation", "/account", "", "/company", "", "/ticket", "36"));
        assertThat(texts("select person from unplaced_event order by 1"))
                .containsExactly("Acme Ltd", "carla@acme.example");

        assign("Acme Ltd", "acme");
        assign("@acme.example", "acme");

        assertThat(changes())
                .containsExactlyInAnyOrder("acme 35 open high Export is empty", "acme 36 open high Export is empty");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theSameComesOutOfAnyOrderAndRepetition(int seed) {
        acceptsInAnyOrder(
                List.of(
                        said("freshdesk/automation"),
                        said("freshdesk/automation", "/status", "Pending", "/updated_at", "2026-10-01 13:00:00 +0200"),
                        said("freshdesk/automation", "/status", "Closed", "/updated_at", "2026-10-01 13:00:00 +0200")),
                seed);

        assertThat(statuses()).containsExactly("open", "pending", "closed");
    }

    @Test
    void withoutTheSecretNothingIsTaken() {
        String body = said("freshdesk/automation");

        assertThat(hook.post(body, Map.of()).status()).isEqualTo(401);
        assertThat(hook.post(body, Map.of("X-EWS-Secret", SECRET + "0")).status())
                .isEqualTo(401);
        assertThat(texts("select count(*) from event")).containsExactly("0");
    }

    @Test
    void aDeliveryWithoutItsTimeIsKeptWithTheReason() {
        assertThat(send(said("freshdesk/automation", "/updated_at", "")).status())
                .isEqualTo(200);
        assertThat(send(said("freshdesk/automation", "/updated_at", "Thursday")).status())
                .isEqualTo(200);

        assertThat(texts("select code from reject order by id")).containsExactly("missing_time", "invalid_time");
    }
}
