package ews.detection.rule;

import ews.domain.account.AccountId;
import ews.domain.event.Event;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.Money;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Change;
import ews.domain.fact.Days;
import ews.domain.fact.FeatureNames;
import ews.domain.fact.InvoiceChange;
import ews.domain.fact.SubscriptionChange;
import ews.domain.fact.UsageBlock;
import ews.domain.fact.UsageHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the facts of an account for tests: {@code anAccount().usesDaily("login", 40, lastYear)}. */
public final class AnAccount implements FeatureNames {

    private final AccountId id;
    private final List<String> features = new ArrayList<>();
    private final Map<Integer, UsageBlock> blocks = new HashMap<>();
    private final Map<Long, LocalDate> userFirstDays = new HashMap<>();
    private final Map<String, LocalDate> featureFirstDays = new HashMap<>();
    private final List<InvoiceChange> invoices = new ArrayList<>();
    private final List<SubscriptionChange> subscriptions = new ArrayList<>();

    private AnAccount(AccountId id) {
        this.id = id;
    }

    public static AnAccount anAccount() {
        return anAccount(new AccountId(1));
    }

    public static AnAccount anAccount(AccountId id) {
        return new AnAccount(id);
    }

    /** One user uses a feature so many times on a day. */
    public AnAccount uses(String feature, long user, LocalDate day, int times) {
        if (!features.contains(feature)) {
            features.add(feature);
        }
        UsageBlock block = blocks.computeIfAbsent(UsageBlock.numberOf(day), _ -> new UsageBlock());
        block.add(features.indexOf(feature), UsageBlock.placeOf(day), times, times * Event.MICROS);
        block.seen(user, UsageBlock.placeOf(day));
        userFirstDays.merge(user, day, (a, b) -> a.isBefore(b) ? a : b);
        featureFirstDays.merge(feature, day, (a, b) -> a.isBefore(b) ? a : b);
        return this;
    }

    /** Users 1 to {@code users} each use a feature once on every day. */
    public AnAccount usesDaily(String feature, int users, Days over) {
        over.first().datesUntil(over.last().plusDays(1)).forEach(day -> {
            for (long user = 1; user <= users; user++) {
                uses(feature, user, day, 1);
            }
        });
        return this;
    }

    public AnAccount invoice(
            String invoice, InvoiceStatus status, LocalDate on, @Nullable String amount, @Nullable LocalDate due) {
        Money money = amount == null ? null : new Money(new BigDecimal(amount), "USD");
        invoices.add(new InvoiceChange(noonOf(on), on, invoices.size(), invoice, status, money, due));
        return this;
    }

    public AnAccount subscription(SubscriptionStatus status, LocalDate on, @Nullable LocalDate renewal) {
        return subscription(status, on, renewal, 50);
    }

    AnAccount subscription(SubscriptionStatus status, LocalDate on, @Nullable LocalDate renewal, int seats) {
        subscriptions.add(new SubscriptionChange(
                noonOf(on), on, subscriptions.size(), status, "enterprise", seats, null, renewal));
        return this;
    }

    public AccountFacts facts() {
        return factsReading(LocalDate.EPOCH);
    }

    /** As they are when usage is read from a day on. */
    AccountFacts factsReading(LocalDate first) {
        var read = new HashMap<Integer, byte[]>();
        blocks.forEach((number, block) -> {
            if (number >= UsageBlock.numberOf(first)) {
                read.put(number, block.encode());
            }
        });
        var came = new HashMap<>(userFirstDays);
        came.values().removeIf(day -> day.isBefore(first));
        invoices.sort(Change.IN_TIME);
        subscriptions.sort(Change.IN_TIME);
        return new AccountFacts(
                id,
                userFirstDays.values().stream().min(LocalDate::compareTo).orElse(LocalDate.EPOCH),
                UsageHistory.of(read, this),
                came,
                featureFirstDays,
                List.of(),
                invoices,
                subscriptions,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public String nameOf(int feature) {
        return features.get(feature);
    }

    private static Instant noonOf(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
