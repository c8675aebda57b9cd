package ews.sensors.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.event.Event;
import ews.domain.event.Event.Header;
import ews.domain.event.FeedbackKind;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.Money;
import ews.domain.event.Priority;
import ews.domain.event.SubscriptionStatus;
import ews.domain.event.TicketStatus;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Received;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.SourceLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NativeFormTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Source SOURCE =
            new Source(new SourceId(1), "Product", "abcd", Set.of(), false, NOW, null, null, SourceLimits.NONE);
    private static final Header HEADER =
            new Header("e \"1\"", Instant.parse("2026-02-20T10:00:00.123Z"), "Quarry & Söhne");

    static Stream<Event> events() {
        var attributes = new LinkedHashMap<String, @Nullable String>();
        attributes.put("name", "Ann Lee");
        attributes.put("phone", null);
        return Stream.of(
                new Event.Usage(HEADER, "u1", "report", -2_500_001),
                new Event.Usage(HEADER, null, "report", Event.MICROS),
                new Event.Support(HEADER, "Z-1", TicketStatus.PENDING, Priority.URGENT, true, "It\nhurts"),
                new Event.Support(HEADER, "Z-1", null, null, null, null),
                new Event.Invoice(HEADER, "I-1", InvoiceStatus.PAID, money("-12.50"), LocalDate.of(2026, 3, 31)),
                new Event.Invoice(HEADER, "I-1", InvoiceStatus.OVERDUE, null, null),
                new Event.Subscription(
                        HEADER, SubscriptionStatus.TRIAL, "Pro", 12, money("1200.00"), LocalDate.of(2027, 2, 28)),
                new Event.Subscription(HEADER, null, null, null, null, null),
                new Event.Feedback(HEADER, "u1", FeedbackKind.CSAT, new BigDecimal("4.5"), "Nice", "r1"),
                new Event.Outcome(HEADER, "hours saved", new BigDecimal("0.000001"), new BigDecimal("1000000000000")),
                new Event.AccountAttributes(HEADER, attributes),
                new Event.UserAttributes(HEADER, "u1", Collections.unmodifiableMap(attributes)));
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadAsTheSameEvent(Event event) {
        Batch read = new NativeDialect().readAgain(SOURCE, Raw.of(NativeForm.of(event)), NOW);

        assertThat(read.rejections()).isEmpty();
        assertThat(read.events())
                .extracting(Received::event)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(List.of(event));
    }
}
