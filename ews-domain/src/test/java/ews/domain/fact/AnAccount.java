package ews.domain.fact;

import ews.domain.account.AccountId;
import ews.domain.event.FeedbackKind;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.Money;
import ews.domain.event.Priority;
import ews.domain.event.SubscriptionStatus;
import ews.domain.event.TicketStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the facts of an account for tests: {@code anAccount().uses("login", day, 1, 2).facts()}. */
public final class AnAccount {

    private static final List<String> FEATURES = List.of("login", "report", "export", "report.viewed");

    private final Map<Integer, UsageBlock> blocks = new HashMap<>();
    private final Map<Long, LocalDate> userFirstDays = new HashMap<>();
    private final Map<String, LocalDate> featureFirstDays = new HashMap<>();
    private final List<TicketChange> tickets = new ArrayList<>();
    private final List<InvoiceChange> invoices = new ArrayList<>();
    private final List<SubscriptionChange> subscriptions = new ArrayList<>();
    private final List<FeedbackGiven> feedback = new ArrayList<>();
    private final List<OutcomeProgress> outcomes = new ArrayList<>();
    private final List<AttributeChange> attributes = new ArrayList<>();
    private final List<Touch> touches = new ArrayList<>();
    private final LocalDate firstSeen;
    private long key;

    private AnAccount(LocalDate firstSeen) {
        this.firstSeen = firstSeen;
    }

    public static AnAccount anAccount(LocalDate firstSeen) {
        return new AnAccount(firstSeen);
    }

    /** Each of the users once. */
    public AnAccount uses(String feature, LocalDate day, long... users) {
        UsageBlock block = blocks.computeIfAbsent(UsageBlock.numberOf(day), _ -> new UsageBlock());
        for (long user : users) {
            block.add(FEATURES.indexOf(feature), UsageBlock.placeOf(day), 1, 1_000_000);
            block.seen(user, UsageBlock.placeOf(day));
            userFirstDays.merge(user, day, AnAccount::earlier);
        }
        featureFirstDays.merge(feature, day, AnAccount::earlier);
        return this;
    }

    public AnAccount usesDaily(String feature, Days over, long... users) {
        over.first().datesUntil(over.last().plusDays(1)).forEach(day -> uses(feature, day, users));
        return this;
    }

    public AnAccount ticket(LocalDate day, String ticket, @Nullable TicketStatus status, @Nullable Priority priority) {
        tickets.add(new TicketChange(at(day), day, key++, ticket, status, priority, null, null));
        return this;
    }

    public AnAccount breached(LocalDate day, String ticket) {
        tickets.add(new TicketChange(at(day), day, key++, ticket, null, null, true, null));
        return this;
    }

    public AnAccount invoice(LocalDate day, String invoice, InvoiceStatus status, @Nullable LocalDate due) {
        var amount = new Money(new BigDecimal("100.00"), "EUR");
        invoices.add(new InvoiceChange(at(day), day, key++, invoice, status, amount, due));
        return this;
    }

    public AnAccount subscription(
            LocalDate day,
            @Nullable SubscriptionStatus status,
            @Nullable String plan,
            @Nullable Integer seats,
            @Nullable LocalDate renewal) {
        subscriptions.add(new SubscriptionChange(at(day), day, key++, status, plan, seats, null, renewal));
        return this;
    }

    public AnAccount says(LocalDate day, FeedbackKind kind, double score) {
        return answers(day, kind, score, null, null);
    }

    public AnAccount answers(
            LocalDate day, FeedbackKind kind, double score, @Nullable String comment, @Nullable String response) {
        feedback.add(new FeedbackGiven(at(day), day, key++, null, kind, score, comment, response));
        return this;
    }

    public AnAccount reaches(LocalDate day, String goal, double value, @Nullable Double target) {
        outcomes.add(new OutcomeProgress(at(day), day, key++, goal, value, target));
        return this;
    }

    public AnAccount touched(LocalDate day) {
        touches.add(new Touch(at(day), day, key++));
        return this;
    }

    public AnAccount attribute(LocalDate day, String name, @Nullable String value) {
        attributes.add(new AttributeChange(at(day), day, key++, name, value));
        return this;
    }

    public AccountFacts facts() {
        List.of(tickets, invoices, subscriptions, feedback, outcomes, attributes, touches)
                .forEach(changes -> Collections.sort(changes, Change.IN_TIME));
        return new AccountFacts(
                new AccountId(1),
                firstSeen,
                UsageHistory.of(stored(), id -> Objects.requireNonNull(FEATURES.get(id))),
                userFirstDays,
                featureFirstDays,
                tickets,
                invoices,
                subscriptions,
                feedback,
                outcomes,
                attributes,
                touches);
    }

    private Map<Integer, byte[]> stored() {
        var stored = new HashMap<Integer, byte[]>();
        blocks.forEach((number, block) -> stored.put(number, block.encode()));
        return stored;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
