package ews.dashboard.setup.source;

import ews.domain.event.EventType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** An event of each type to begin with, of an account that is there to try things out. */
final class SampleEvents {

    static final String ACCOUNT = "try-out";

    private SampleEvents() {}

    static String of(EventType type, Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.SECONDS);
        return """
                {
                  "type": "%s",
                  "id": "try-%d",
                  "time": "%s",
                  "account": "%s",
                %s
                }""".formatted(
                        type.code(),
                        time.getEpochSecond(),
                        time,
                        ACCOUNT,
                        fields(type, time).indent(2).stripTrailing());
    }

    private static String fields(EventType type, Instant now) {
        return switch (type) {
            case USAGE -> """
                "user": "ann@example.com",
                "name": "Report viewed",
                "quantity": 1
                """;
            case SUPPORT -> """
                "ticket": "T-1",
                "status": "open",
                "priority": "high",
                "subject": "The export does not start"
                """;
            case INVOICE ->
                """
                "invoice": "2026-001",
                "status": "issued",
                "amount": 1200.00,
                "currency": "EUR",
                "dueDate": "%s"
                """.formatted(now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(30));
            case SUBSCRIPTION ->
                """
                "status": "active",
                "plan": "Team",
                "seats": 20,
                "value": 12000.00,
                "currency": "EUR",
                "renewalDate": "%s"
                """.formatted(now.atZone(ZoneOffset.UTC).toLocalDate().plusMonths(6));
            case FEEDBACK -> """
                "user": "ann@example.com",
                "kind": "nps",
                "score": 9,
                "comment": "It saves us hours."
                """;
            case OUTCOME -> """
                "goal": "Hours saved a week",
                "value": 12,
                "target": 20
                """;
            case ACCOUNT -> """
                "attributes": {"name": "Try-out account", "industry": "Retail"}
                """;
            case USER -> """
                "user": "ann@example.com",
                "attributes": {"name": "Ann Lee", "role": "Head of Logistics"}
                """;
        };
    }
}
