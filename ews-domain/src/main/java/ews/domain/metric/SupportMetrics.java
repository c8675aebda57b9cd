package ews.domain.metric;

import ews.domain.event.InvoiceStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Change;
import ews.domain.fact.Days;
import ews.domain.fact.Invoice;
import ews.domain.fact.Ticket;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * Support, SLA and invoicing issues. They have no value while no ticket, invoice or subscription of the account was ever
 * reported: without such a source, "no open tickets" would be a guess.
 */
final class SupportMetrics {

    /** Of tickets and invoices together. */
    static final List<Metric> ISSUES = List.of(state(
            "open_issues",
            "Open issues",
            Unit.POINTS,
            "Open tickets count 1, urgent or high ones 2, one more where the SLA is breached; overdue invoices"
                    + " count 2, those over 30 days 4",
            SupportMetrics::openIssues));

    static final List<Metric> TICKETS = List.of(
            state(
                    "open_tickets",
                    "Open tickets",
                    Unit.TICKETS,
                    "Tickets that are neither solved nor closed",
                    (facts, asOf) -> open(facts, asOf).count()),
            state(
                    "urgent_tickets",
                    "Urgent tickets",
                    Unit.TICKETS,
                    "Open tickets of high or urgent priority",
                    (facts, asOf) -> open(facts, asOf).filter(Ticket::isUrgent).count()),
            state(
                    "oldest_ticket",
                    "Oldest open ticket",
                    Unit.DAYS,
                    "Days since the oldest ticket that is still open was opened; 0 if none is",
                    (facts, asOf) -> open(facts, asOf)
                            .mapToLong(ticket -> daysSince(facts, ticket, asOf))
                            .max()
                            .orElse(0)),
            state(
                    "sla_breaches",
                    "SLA breaches",
                    Unit.TICKETS,
                    "Open tickets whose SLA is breached",
                    (facts, asOf) ->
                            open(facts, asOf).filter(Ticket::slaBreached).count()));

    static final List<Metric> INVOICES = List.of(
            state(
                    "overdue_invoices",
                    "Overdue invoices",
                    Unit.INVOICES,
                    "Invoices that are due and not paid",
                    (facts, asOf) -> overdue(facts, asOf).count()),
            state(
                    "overdue_amount",
                    "Overdue amount",
                    Unit.NUMBER,
                    "The sum of the invoices that are due and not paid, in the account's currency",
                    (facts, asOf) -> overdue(facts, asOf)
                            .flatMap(invoice -> Stream.ofNullable(invoice.amount()))
                            .mapToDouble(money -> money.amount().doubleValue())
                            .sum()),
            state(
                    "days_overdue",
                    "Days overdue",
                    Unit.DAYS,
                    "Days since the oldest unpaid invoice was due",
                    (facts, asOf) -> facts.invoices(asOf).stream()
                            .mapToInt(invoice -> invoice.daysOverdue(asOf))
                            .max()
                            .orElse(0)),
            Metric.within(
                    "failed_payments",
                    "Failed payments",
                    Unit.PAYMENTS,
                    "Payments of invoices that failed in the window",
                    (facts, _, window) -> isReported(facts, window.last())
                            ? OptionalDouble.of(failedPayments(facts, window))
                            : OptionalDouble.empty()));

    private SupportMetrics() {}

    private static Metric state(
            String key, String label, Unit unit, String meaning, ToDoubleBiFunction<AccountFacts, LocalDate> value) {
        return Metric.state(
                key,
                label,
                unit,
                meaning,
                (facts, _, window) -> isReported(facts, window.last())
                        ? OptionalDouble.of(value.applyAsDouble(facts, window.last()))
                        : OptionalDouble.empty());
    }

    private static boolean isReported(AccountFacts facts, LocalDate asOf) {
        return !Change.upTo(facts.ticketChanges(), asOf).isEmpty()
                || !Change.upTo(facts.invoiceChanges(), asOf).isEmpty()
                || !Change.upTo(facts.subscriptionChanges(), asOf).isEmpty();
    }

    private static Stream<Ticket> open(AccountFacts facts, LocalDate asOf) {
        return facts.tickets(asOf).stream().filter(Ticket::isOpen);
    }

    private static Stream<Invoice> overdue(AccountFacts facts, LocalDate asOf) {
        return facts.invoices(asOf).stream().filter(invoice -> invoice.isOverdue(asOf));
    }

    private static long daysSince(AccountFacts facts, Ticket ticket, LocalDate asOf) {
        LocalDate opened = facts.ticketChanges().stream()
                .filter(change -> change.ticket().equals(ticket.ticket()))
                .findFirst()
                .orElseThrow()
                .day();
        return ChronoUnit.DAYS.between(opened, asOf);
    }

    private static double openIssues(AccountFacts facts, LocalDate asOf) {
        double tickets = open(facts, asOf)
                .mapToInt(ticket -> (ticket.isUrgent() ? 2 : 1) + (ticket.slaBreached() ? 1 : 0))
                .sum();
        double invoices = overdue(facts, asOf)
                .mapToInt((Invoice it) -> it.daysOverdue(asOf) > 30 ? 4 : 2)
                .sum();
        return tickets + invoices;
    }

    private static double failedPayments(AccountFacts facts, Days window) {
        return facts.invoiceChanges().stream()
                .filter(it -> it.status() == InvoiceStatus.PAYMENT_FAILED && window.contains(it.day()))
                .count();
    }
}
