package ews.domain.fact;

import ews.domain.account.AccountId;
import ews.domain.copy.RowReader;
import ews.domain.event.FeedbackKind;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.Money;
import ews.domain.event.Priority;
import ews.domain.event.SubscriptionStatus;
import ews.domain.event.TicketStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one account, while they are being read; each method takes the columns of its query in {@link Facts}. */
final class Gathered {

    private final LocalDate firstSeen;
    private final Map<Integer, byte[]> blocks = new HashMap<>();
    private final Map<Long, LocalDate> userFirstDays = new HashMap<>();
    private final Map<Integer, LocalDate> featureFirstDays = new HashMap<>();
    private final List<TicketChange> tickets = new ArrayList<>();
    private final List<InvoiceChange> invoices = new ArrayList<>();
    private final List<SubscriptionChange> subscriptions = new ArrayList<>();
    private final List<FeedbackGiven> feedback = new ArrayList<>();
    private final List<OutcomeProgress> outcomes = new ArrayList<>();
    private final List<AttributeChange> attributes = new ArrayList<>();
    private final List<Touch> touches = new ArrayList<>();

    Gathered(LocalDate firstSeen) {
        this.firstSeen = firstSeen;
    }

    void block(RowReader row) {
        blocks.put(row.int4(), row.bytes());
    }

    void user(RowReader row) {
        userFirstDays.put(row.int8(), row.date());
    }

    void feature(RowReader row) {
        featureFirstDays.put(row.int4(), row.date());
    }

    void ticket(Instant at, LocalDate day, long key, RowReader row) {
        tickets.add(new TicketChange(
                at,
                day,
                key,
                row.text(),
                constant(TicketStatus.class, row.textOrNull()),
                constant(Priority.class, row.textOrNull()),
                row.boolOrNull(),
                row.textOrNull()));
    }

    void invoice(Instant at, LocalDate day, long key, RowReader row) {
        invoices.add(new InvoiceChange(
                at,
                day,
                key,
                row.text(),
                Objects.requireNonNull(constant(InvoiceStatus.class, row.text())),
                money(row.textOrNull(), row.textOrNull()),
                row.dateOrNull()));
    }

    void subscription(Instant at, LocalDate day, long key, RowReader row) {
        subscriptions.add(new SubscriptionChange(
                at,
                day,
                key,
                constant(SubscriptionStatus.class, row.textOrNull()),
                row.textOrNull(),
                row.int4OrNull(),
                money(row.textOrNull(), row.textOrNull()),
                row.dateOrNull()));
    }

    void feedback(Instant at, LocalDate day, long key, RowReader row) {
        feedback.add(new FeedbackGiven(
                at,
                day,
                key,
                row.int8OrNull(),
                Objects.requireNonNull(constant(FeedbackKind.class, row.text())),
                row.float8(),
                row.textOrNull(),
                row.textOrNull()));
    }

    void outcome(Instant at, LocalDate day, long key, RowReader row) {
        outcomes.add(new OutcomeProgress(at, day, key, row.text(), row.float8(), row.float8OrNull()));
    }

    void attribute(Instant at, LocalDate day, long key, RowReader row) {
        attributes.add(new AttributeChange(at, day, key, row.text(), row.textOrNull()));
    }

    void touch(Instant at, LocalDate day, long key, RowReader row) {
        touches.add(new Touch(at, day, key));
    }

    AccountFacts facts(AccountId account, FeatureNames names) {
        var features = new HashMap<String, LocalDate>();
        featureFirstDays.forEach((feature, first) -> features.put(names.nameOf(feature), first));
        List.of(tickets, invoices, subscriptions, feedback, outcomes, attributes, touches)
                .forEach(changes -> changes.sort(Change.IN_TIME));
        return new AccountFacts(
                account,
                firstSeen,
                UsageHistory.of(blocks, names),
                userFirstDays,
                features,
                tickets,
                invoices,
                subscriptions,
                feedback,
                outcomes,
                attributes,
                touches);
    }

    private static @Nullable Money money(@Nullable String amount, @Nullable String currency) {
        return amount == null ? null : new Money(new BigDecimal(amount), currency == null ? "" : currency);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String code) {
        return code == null ? null : Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }
}
