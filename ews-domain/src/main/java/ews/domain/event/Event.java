package ews.domain.event;

import ews.domain.account.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One time-stamped data point from a source, already validated and free of its dialect. A field that is {@code null}
 * was not reported: it leaves what is known unchanged.
 */
public sealed interface Event {

    /** Quantities are whole millionths, so that sums are exact in any order. */
    long MICROS = 1_000_000;

    Header header();

    /**
     * What every event carries.
     *
     * @param messageId the source's own id of the event; (source, message id, time) finds duplicates
     * @param time when it happened, to the millisecond
     * @param account the key by which the source knows the account, see {@link AccountId}
     */
    record Header(String messageId, Instant time, String account) {}

    /** Somebody used a feature; {@code micros} is the quantity in millionths. */
    record Usage(Header header, @Nullable String user, String feature, long micros) implements Event {}

    /** A ticket was opened or changed. */
    record Support(
            Header header,
            String ticket,
            @Nullable TicketStatus status,
            @Nullable Priority priority,
            @Nullable Boolean slaBreached,
            @Nullable String subject)
            implements Event {}

    /** An invoice was issued or changed. */
    record Invoice(
            Header header,
            String invoice,
            InvoiceStatus status,
            @Nullable Money amount,
            @Nullable LocalDate due) implements Event {}

    /** The subscription started, changed, renewed or was cancelled; {@code annualValue} is per year. */
    record Subscription(
            Header header,
            @Nullable SubscriptionStatus status,
            @Nullable String plan,
            @Nullable Integer seats,
            @Nullable Money annualValue,
            @Nullable LocalDate renewal)
            implements Event {}

    /**
     * Somebody told us what they think; the range of {@code score} depends on the {@linkplain FeedbackKind kind}.
     *
     * @param response the source's own id of the answer, if it may say more of it later
     */
    record Feedback(
            Header header,
            @Nullable String user,
            FeedbackKind kind,
            BigDecimal score,
            @Nullable String comment,
            @Nullable String response)
            implements Event {}

    /** How far the account got towards a business goal. */
    record Outcome(
            Header header,
            String goal,
            BigDecimal value,
            @Nullable BigDecimal target) implements Event {}

    /** Attributes of the account as of the event's time; a {@code null} value clears the attribute. */
    record AccountAttributes(Header header, Map<String, @Nullable String> attributes) implements Event {}

    /** Attributes of a user as of the event's time; a {@code null} value clears the attribute. */
    record UserAttributes(Header header, String user, Map<String, @Nullable String> attributes) implements Event {}
}
