package ews.sensors.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.vendor.Hook;
import ews.sensors.vendor.Vendor;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JiraTest extends DeskTest {

    private static final String SECRET = "b0a4e9d7c2";
    private static final String STATUS = "/issue/fields/status/name";
    private static final String CATEGORY = "/issue/fields/status/statusCategory/key";
    private static final String UPDATED = "/issue/fields/updated";

    JiraTest() {
        super(Vendor.JIRA, SECRET);
    }

    private static Map<String, String> signed(String body, String secret) {
        return Map.of("X-Hub-Signature", "sha256=" + HexFormat.of().formatHex(hmac("HmacSHA256", secret, body)));
    }

    @Override
    Hook.Answer send(String body) {
        return hook.post(body, signed(body, SECRET));
    }

    private Hook.Answer send(String body, String identifier) {
        var headers = new HashMap<>(signed(body, SECRET));
        headers.put("X-Atlassian-Webhook-Identifier", identifier);
        return hook.post(body, headers);
    }

    @Test
    void requestsWaitUntilSomebodySaysWhoseTheOrganizationIs() {
        accepts(said("jira/issue_updated"));
        assertThat(texts("select person from unplaced_event")).containsExactly("organization 42");

        assign("organization 42", "acme");
        accepts(said(
                "jira/issue_updated",
                CATEGORY,
                "done",
                UPDATED,
                "2026-10-02T12:00:00.000+0200",
                "/issue/fields/customfield_10021/ongoingCycle/breached",
                "true"));

        assertThat(changes())
                .containsExactly(
                        "acme HELP-35 open high kept Export is empty",
                        "acme HELP-35 solved high breached Export is empty");
    }

    @Test
    void withoutAnOrganizationItIsTheReporterByAddressOrElseById() {
        String alone = "/issue/fields/customfield_10002/0/_links/self";
        accepts(said("jira/issue_updated", alone, ""));
        accepts(said("jira/issue_updated", alone, "", "/issue/fields/reporter/emailAddress", ""));

        assertThat(texts("select person from unplaced_event order by 1"))
                .containsExactly("carla@acme.example", "qm:4c1e:17");
    }

    @ParameterizedTest
    @CsvSource({
        "new, Open, open",
        "indeterminate, Waiting for support, open",
        "indeterminate, Waiting for customer, pending",
        "indeterminate, Pending, pending",
        "done, Resolved, solved",
        "done, Closed, closed"
    })
    void statusesGoByTheirCategory(String category, String name, String ours) {
        assign("organization 42", "acme");
        accepts(said("jira/issue_updated", CATEGORY, category, STATUS, name));

        assertThat(statuses()).containsExactly(ours);
    }

    @ParameterizedTest
    @CsvSource({"Highest, urgent", "High, high", "Medium, normal", "Lowest, low"})
    void prioritiesAreOurs(String theirs, String ours) {
        assign("organization 42", "acme");
        accepts(said("jira/issue_updated", "/issue/fields/priority/name", theirs));

        assertThat(texts("select priority from ticket_change")).containsExactly(ours);
    }

    @Test
    void aPriorityOfOnesOwnLeavesTheTicketAsItWas() {
        assign("organization 42", "acme");
        accepts(said("jira/issue_updated", "/issue/fields/priority/name", "Whenever"));

        assertThat(changes()).containsExactly("acme HELP-35 open kept Export is empty");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theSameComesOutOfAnyOrderAndRepetition(int seed) {
        assign("organization 42", "acme");
        acceptsInAnyOrder(
                List.of(
                        said("jira/issue_updated", "/webhookEvent", "jira:issue_created"),
                        said("jira/issue_updated", UPDATED, "2026-10-01T13:00:00.000+0200", CATEGORY, "done"),
                        said("jira/issue_updated", UPDATED, "2026-10-01T14:00:00.000+0200", STATUS, "Pending"),
                        said(
                                "jira/issue_updated",
                                "/webhookEvent",
                                "jira:issue_deleted",
                                "/timestamp",
                                "1790870000000")),
                seed);

        assertThat(statuses()).containsExactly("open", "solved", "pending", "closed");
    }

    @Test
    void aRetryIsKnownByTheIdInItsHeader() {
        assign("organization 42", "acme");
        send(said("jira/issue_updated"), "delivery-1");
        Hook.Answer again = send(said("jira/issue_updated", "/changelog/id", "20002"), "delivery-1");
        Hook.Answer other = send(said("jira/issue_updated"), "delivery-2");

        assertThat(again.json().path("duplicates").asInt()).isEqualTo(1);
        assertThat(other.json().path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNoRequestOfACustomerIsCountedByItsName() {
        accepts(said("jira/issue_updated", "/issue/fields/project/projectTypeKey", "software"));
        accepts(said("jira/issue_updated", "/webhookEvent", "comment_created"));

        assertThat(texts("select name from ignored_event order by name"))
                .containsExactly("comment_created", "jira:issue_updated in a software project");
    }

    @Test
    void whatJiraDidNotSignIsRefused() {
        String body = said("jira/issue_updated");

        assertThat(hook.post(body, Map.of()).status()).isEqualTo(401);
        assertThat(hook.post(body, signed(body, "another")).status()).isEqualTo(401);
        assertThat(hook.post(body + " ", signed(body, SECRET)).status()).isEqualTo(401);
        assertThat(texts("select count(*) from unplaced_event")).containsExactly("0");
    }

    @Test
    void aDeliveryWithoutARequestIsKeptWithTheReason() {
        assertThat(send("{\"webhookEvent\":\"jira:issue_created\",\"timestamp\":1790848800512}")
                        .status())
                .isEqualTo(200);

        assertThat(texts("select code from reject")).containsExactly("missing_ticket");
    }
}
