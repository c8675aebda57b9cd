package ews.detection.rule;

import ews.domain.event.EventType;
import ews.domain.event.FeedbackKind;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.Priority;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Change;
import ews.domain.fact.Days;
import ews.domain.fact.InvoiceChange;
import ews.domain.fact.TicketChange;
import ews.domain.score.IndicatorGroup;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens on a day, for rules about how often, in which order, or for how long not.
 *
 * @param feature the name of the feature that is used; {@code null} unless it is a {@link Type#USE}
 */
public record Happening(Type type, @Nullable String feature) {

    /** What can happen. */
    public enum Type {
        USE("use", "uses", IndicatorGroup.PRODUCT_USAGE),
        ANY_USE("usage event", "usage events", IndicatorGroup.PRODUCT_USAGE),
        NEW_USER("new user", "new users", IndicatorGroup.PRODUCT_USAGE),
        TICKET_OPENED("opened ticket", "opened tickets", IndicatorGroup.SUPPORT_AND_OPERATIONS),
        URGENT_TICKET("urgent ticket", "urgent tickets", IndicatorGroup.SUPPORT_AND_OPERATIONS),
        SLA_BREACHED("breach of the SLA", "breaches of the SLA", IndicatorGroup.SUPPORT_AND_OPERATIONS),
        INVOICE_OVERDUE("overdue invoice", "overdue invoices", IndicatorGroup.SUPPORT_AND_OPERATIONS),
        PAYMENT_FAILED("failed payment", "failed payments", IndicatorGroup.SUPPORT_AND_OPERATIONS),
        INVOICE_PAID("paid invoice", "paid invoices", IndicatorGroup.SUPPORT_AND_OPERATIONS),
        DETRACTOR("NPS answer of 6 or less", "NPS answers of 6 or less", IndicatorGroup.CUSTOMER_FEEDBACK),
        DISSATISFIED("CSAT answer of 2 or less", "CSAT answers of 2 or less", IndicatorGroup.CUSTOMER_FEEDBACK),
        TOUCHPOINT("touchpoint", "touchpoints", null),
        GOAL_PROGRESS("report on a goal", "reports on goals", IndicatorGroup.BUSINESS_OUTCOMES);

        private final String one;
        private final String many;
        private final @Nullable IndicatorGroup group;

        Type(String one, String many, @Nullable IndicatorGroup group) {
            this.one = one;
            this.many = many;
            this.group = group;
        }

        /** What of an account's health it is about; {@code null} if nothing. */
        @Nullable
        IndicatorGroup group() {
            return group;
        }

        /** The types of the events that tell that it happened; none where people do. */
        Set<EventType> events() {
            return switch (this) {
                case USE, ANY_USE, NEW_USER -> Set.of(EventType.USAGE);
                case TICKET_OPENED, URGENT_TICKET, SLA_BREACHED -> Set.of(EventType.SUPPORT);
                case INVOICE_OVERDUE, PAYMENT_FAILED, INVOICE_PAID -> Set.of(EventType.INVOICE);
                case DETRACTOR, DISSATISFIED -> Set.of(EventType.FEEDBACK);
                case GOAL_PROGRESS -> Set.of(EventType.OUTCOME);
                case TOUCHPOINT -> Set.of();
            };
        }

        public String label() {
            return Character.toUpperCase(many.charAt(0)) + many.substring(1);
        }

        /** Whether it is read from usage, which is stored by day and read, with new users, only as far back as needed. */
        public boolean isUsage() {
            return this == USE || this == ANY_USE || this == NEW_USER;
        }
    }

    private static final int DETRACTORS = 6;
    private static final int DISSATISFIED_UP_TO = 2;

    public Happening {
        feature = type == Type.USE ? feature : null;
        if (type == Type.USE && (feature == null || feature.isBlank())) {
            throw new IllegalArgumentException("Name the feature whose use is meant");
        }
    }

    public Happening(Type type) {
        this(type, null);
    }

    /** {@code 1 failed payment}, {@code 3 uses of report.exported}. */
    String say(long times) {
        return "%,d %s".formatted(times, times == 1 ? one() : many());
    }

    /** {@code use of report.exported}. */
    String one() {
        return type.one + of();
    }

    /** {@code uses of report.exported}. */
    String many() {
        return type.many + of();
    }

    private String of() {
        return feature == null ? "" : " of " + feature;
    }

    /** How often it happened on each of these days, oldest first; days on which it did not are left out. */
    SortedMap<LocalDate, Long> during(AccountFacts facts, Days over) {
        return switch (type) {
            case USE -> used(over, facts.usage().daily(featureName(), over));
            case ANY_USE -> used(over, facts.usage().daily(over));
            case NEW_USER -> count(facts.userFirstDays().values().stream().toList(), over);
            case TICKET_OPENED -> tickets(facts, over, _ -> true);
            case URGENT_TICKET ->
                tickets(
                        facts,
                        over,
                        it -> it.priority() != null && it.priority().compareTo(Priority.HIGH) >= 0);
            case SLA_BREACHED -> tickets(facts, over, it -> Boolean.TRUE.equals(it.slaBreached()));
            case INVOICE_OVERDUE -> invoices(facts, over, InvoiceStatus.OVERDUE);
            case PAYMENT_FAILED -> invoices(facts, over, InvoiceStatus.PAYMENT_FAILED);
            case INVOICE_PAID -> invoices(facts, over, InvoiceStatus.PAID);
            case DETRACTOR -> answers(facts, over, FeedbackKind.NPS, DETRACTORS);
            case DISSATISFIED -> answers(facts, over, FeedbackKind.CSAT, DISSATISFIED_UP_TO);
            case TOUCHPOINT -> count(days(facts.touches()), over);
            case GOAL_PROGRESS -> count(days(facts.outcomes()), over);
        };
    }

    /** The first day on which it is known to have happened, however long ago; empty if it never did. */
    Optional<LocalDate> first(AccountFacts facts, LocalDate asOf) {
        return switch (type) {
            case USE ->
                Optional.ofNullable(facts.featureFirstDays().get(featureName())).filter(it -> !it.isAfter(asOf));
            // Whoever uses a product first is a new user; later first days are known only of the days that were read.
            case ANY_USE, NEW_USER ->
                facts.featureFirstDays().values().stream()
                        .filter(it -> !it.isAfter(asOf))
                        .min(LocalDate::compareTo);
            default ->
                during(facts, new Days(LocalDate.EPOCH, asOf)).keySet().stream().findFirst();
        };
    }

    private String featureName() {
        return feature == null ? "" : feature;
    }

    private static SortedMap<LocalDate, Long> used(Days over, long[] daily) {
        var days = new TreeMap<LocalDate, Long>();
        for (int i = 0; i < daily.length; i++) {
            if (daily[i] > 0) {
                days.put(over.first().plusDays(i), daily[i]);
            }
        }
        return days;
    }

    /** Each ticket once: on the day of its first change of this sort. */
    private static SortedMap<LocalDate, Long> tickets(AccountFacts facts, Days over, Predicate<TicketChange> which) {
        var seen = new HashSet<String>();
        return count(
                facts.ticketChanges().stream()
                        .filter(which)
                        .filter(it -> seen.add(it.ticket()))
                        .map(Change::day)
                        .toList(),
                over);
    }

    private static SortedMap<LocalDate, Long> invoices(AccountFacts facts, Days over, InvoiceStatus status) {
        List<InvoiceChange> changes = facts.invoiceChanges().stream()
                .filter(it -> it.status() == status)
                .toList();
        return count(days(changes), over);
    }

    private static SortedMap<LocalDate, Long> answers(AccountFacts facts, Days over, FeedbackKind kind, int most) {
        return count(
                facts.feedback(kind, over).stream()
                        .filter(it -> it.score() <= most)
                        .map(Change::day)
                        .toList(),
                over);
    }

    private static List<LocalDate> days(List<? extends Change> changes) {
        return changes.stream().<LocalDate>map(Change::day).toList();
    }

    private static SortedMap<LocalDate, Long> count(List<LocalDate> days, Days over) {
        var counts = new TreeMap<LocalDate, Long>();
        days.stream().filter(over::contains).forEach(day -> counts.merge(day, 1L, Long::sum));
        return counts;
    }

    static long sum(Map<LocalDate, Long> days) {
        return days.values().stream().mapToLong(it -> it).sum();
    }
}
