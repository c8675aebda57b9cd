package ews.sensors.desk;

import ews.domain.event.Priority;
import ews.domain.event.TicketStatus;
import ews.sensors.dialect.Invalid;
import ews.sensors.intake.Dialect;
import ews.sensors.vendor.BodySigning;
import ews.sensors.vendor.Delivery;
import ews.sensors.vendor.Hmac;
import ews.sensors.vendor.Payload;
import ews.sensors.vendor.Signing;
import ews.sensors.vendor.Telling;
import ews.sensors.vendor.Vendor;
import ews.sensors.vendor.VendorDialect;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The requests of Jira Service Management, each event with the whole request as it was then. */
@Component
class JiraDialect implements VendorDialect {

    private static final String ID = "webhookIdentifier";
    private static final String DELETED = "jira:issue_deleted";
    private static final Set<String> ISSUES = Set.of("jira:issue_created", "jira:issue_updated", DELETED);

    @Override
    public Dialect dialect() {
        return Dialect.JIRA;
    }

    @Override
    public Vendor vendor() {
        return Vendor.JIRA;
    }

    @Override
    public Signing signing() {
        return new BodySigning(
                "X-Hub-Signature",
                (secret, body) -> "sha256=" + Hmac.sha256(secret, body).hex());
    }

    @Override
    public void keep(Delivery delivery, ObjectNode body) {
        String id = delivery.header("X-Atlassian-Webhook-Identifier");
        if (id != null) {
            body.put(ID, id);
        }
    }

    @Override
    public @Nullable String id(ObjectNode body) {
        return new Payload(body).text("/" + ID);
    }

    @Override
    public Telling read(ObjectNode body, String id) throws Invalid {
        var said = new Payload(body);
        String event = said.required("event", "/webhookEvent");
        String kind = said.text("/issue/fields/project/projectTypeKey");
        if (!ISSUES.contains(event)) {
            return new Telling.Nothing(event);
        }
        if (kind != null && !kind.equals("service_desk")) {
            return new Telling.Nothing("%s in a %s project".formatted(event, kind));
        }
        boolean deleted = event.equals(DELETED);
        var organizations = JiraFields.organizations(body);
        var ticket = new TicketSaid(
                said.required("ticket", "/issue/key", "/issue/id"),
                deleted ? said.time("/timestamp") : said.time("/issue/fields/updated", "/timestamp"),
                deleted ? TicketStatus.CLOSED : status(said),
                priority(said.text("/issue/fields/priority/name")),
                JiraFields.slaBreached(body),
                said.text("/issue/fields/summary"));
        String customer = Payload.first(
                organizations.isEmpty() ? null : new Payload(organizations.getFirst()).id("organization", "/id"),
                said.email("/issue/fields/reporter/emailAddress"),
                said.id("user", "/issue/fields/reporter/accountId", "/issue/fields/reporter/name"));
        return new Telling.Something(customer, null, List.of(ticket.event(id)));
    }

    /** Statuses are named by each team; only their three categories are Jira's own. */
    private static @Nullable TicketStatus status(Payload said) {
        String name = said.text("/issue/fields/status/name");
        String word = name == null ? "" : name.toLowerCase(Locale.ROOT);
        String category = said.text("/issue/fields/status/statusCategory/key");
        return switch (category == null ? "" : category) {
            case "new", "indeterminate" -> isPending(word) ? TicketStatus.PENDING : TicketStatus.OPEN;
            case "done" -> word.equals("closed") ? TicketStatus.CLOSED : TicketStatus.SOLVED;
            default -> null;
        };
    }

    private static boolean isPending(String status) {
        return status.startsWith("waiting for customer")
                || status.startsWith("pending")
                || status.startsWith("on hold");
    }

    /** Priorities can be named anew, too: those that nobody knows leave the ticket's as it was. */
    private static @Nullable Priority priority(@Nullable String name) {
        return switch (name == null ? "" : name.toLowerCase(Locale.ROOT)) {
            case "highest", "blocker", "critical", "urgent" -> Priority.URGENT;
            case "high", "major" -> Priority.HIGH;
            case "medium", "normal" -> Priority.NORMAL;
            case "low", "lowest", "minor", "trivial" -> Priority.LOW;
            default -> null;
        };
    }

    @Override
    public @Nullable String customer(ObjectNode body) {
        var said = new Payload(body);
        return Payload.first(
                JiraFields.organizations(body).stream()
                        .map(it -> it.path("name").asString(""))
                        .filter(it -> !it.isBlank())
                        .findFirst()
                        .orElse(null),
                said.text("/issue/fields/reporter/displayName", "/issue/fields/reporter/emailAddress"));
    }

    @Override
    public ObjectNode sample(Instant now) {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"timestamp":%d,"webhookEvent":"jira:issue_created","webhookIdentifier":"sample",
                 "issue":{"id":"10001","key":"HELP-1","fields":{"summary":"A sample","updated":"%s",
                  "status":{"name":"Waiting for support","statusCategory":{"key":"indeterminate"}},"priority":{"name":"High"},
                  "project":{"key":"HELP","projectTypeKey":"service_desk"},
                  "reporter":{"accountId":"7","displayName":"Sam","emailAddress":"sam@example.com"},
                  "customfield_10002":[{"id":"42","name":"Sample Ltd",
                   "_links":{"self":"https://sample.atlassian.net/rest/servicedeskapi/organization/42"}}]}}}
                """.formatted(now.toEpochMilli(), now));
    }
}
