package ews.sensors.dialect;

import ews.domain.event.Event;
import ews.domain.event.Event.Header;
import ews.domain.event.EventType;
import ews.domain.event.FeedbackKind;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.Money;
import ews.domain.event.Priority;
import ews.domain.event.SubscriptionStatus;
import ews.domain.event.TicketStatus;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Makes the event that a draft describes, type by type. */
final class NativeEvents {

    private static final Codes<EventType> TYPES = new Codes<>(Field.TYPE, EventType.values());
    private static final Codes<TicketStatus> TICKET = new Codes<>(Field.STATUS, TicketStatus.values());
    private static final Codes<Priority> PRIORITY = new Codes<>(Field.PRIORITY, Priority.values());
    private static final Codes<InvoiceStatus> INVOICE = new Codes<>(Field.STATUS, InvoiceStatus.values());
    private static final Codes<SubscriptionStatus> SUBSCRIPTION =
            new Codes<>(Field.STATUS, SubscriptionStatus.values());
    private static final Codes<FeedbackKind> KIND = new Codes<>(Field.KIND, FeedbackKind.values());

    private NativeEvents() {}

    /** What describes somebody may come without a time: it then counts from its receipt on. */
    static boolean needsTime(EventType type) {
        return type != EventType.ACCOUNT && type != EventType.USER;
    }

    static EventType typeOf(Draft draft) throws Invalid {
        return TYPES.required(draft);
    }

    static Event of(EventType type, Draft draft, Header header) throws Invalid {
        return switch (type) {
            case USAGE ->
                new Event.Usage(
                        header,
                        Texts.optional(draft, Field.USER),
                        Texts.required(draft, Field.NAME),
                        Numbers.micros(draft));
            case SUPPORT ->
                new Event.Support(
                        header,
                        Texts.required(draft, Field.TICKET),
                        TICKET.of(draft),
                        PRIORITY.of(draft),
                        Texts.flag(draft, Field.SLA_BREACHED),
                        Texts.free(draft, Field.SUBJECT));
            case INVOICE ->
                new Event.Invoice(
                        header,
                        Texts.required(draft, Field.INVOICE),
                        INVOICE.required(draft),
                        money(draft, Field.AMOUNT, true),
                        Times.date(draft, Field.DUE_DATE));
            case SUBSCRIPTION ->
                new Event.Subscription(
                        header,
                        SUBSCRIPTION.of(draft),
                        Texts.optional(draft, Field.PLAN),
                        Numbers.seats(draft),
                        money(draft, Field.VALUE, false),
                        Times.date(draft, Field.RENEWAL_DATE));
            case FEEDBACK -> feedback(draft, header);
            case OUTCOME ->
                new Event.Outcome(
                        header,
                        Texts.required(draft, Field.GOAL),
                        Numbers.required(Numbers.progress(draft, Field.VALUE), Field.VALUE),
                        Numbers.progress(draft, Field.TARGET));
            case ACCOUNT -> new Event.AccountAttributes(header, Texts.attributes(draft));
            case USER -> new Event.UserAttributes(header, Texts.required(draft, Field.USER), Texts.attributes(draft));
        };
    }

    private static Event feedback(Draft draft, Header header) throws Invalid {
        FeedbackKind kind = KIND.required(draft);
        return new Event.Feedback(
                header,
                Texts.optional(draft, Field.USER),
                kind,
                Numbers.score(draft, kind.least(), kind.most()),
                Texts.free(draft, Field.COMMENT),
                Texts.optional(draft, Field.RESPONSE));
    }

    private static @Nullable Money money(Draft draft, Field field, boolean mayBeNegative) throws Invalid {
        BigDecimal amount = Numbers.money(draft, field, mayBeNegative);
        JsonToken token = draft.token(Field.CURRENCY);
        if (token == null) {
            if (amount != null) {
                throw new Invalid("missing_currency", "%s needs a currency, such as USD".formatted(field.wire()));
            }
            return null;
        }
        String currency = draft.text(Field.CURRENCY).toUpperCase(Locale.ROOT);
        if (token != JsonToken.VALUE_STRING
                || currency.length() != 3
                || !currency.chars().allMatch(it -> it >= 'A' && it <= 'Z')) {
            throw new Invalid(
                    "invalid_currency",
                    "currency must be a three-letter ISO 4217 code such as USD; got "
                            + Invalid.quoted(draft.text(Field.CURRENCY)));
        }
        return amount == null ? null : new Money(amount, currency);
    }
}
