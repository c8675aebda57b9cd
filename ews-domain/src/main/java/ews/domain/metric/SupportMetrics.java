package ews.domain.metric;

import ews.domain.fact.AccountFacts;
import ews.domain.fact.Change;
import ews.domain.fact.Invoice;
import ews.domain.fact.Ticket;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * Support, SLA and invoicing issues. They have no value while no ticket, invoice or subscription of the account was ever
 * reported: without such a source, "no open tickets" would be a guess.
 */
final class SupportMetrics {

    static final List<Metric> ALL = List.of(
            new Metric(
                    "open_issues",
                    "Open issues",
                    Unit.POINTS,
                    "Open tickets count 1, urgent or high ones 2, one more where the SLA is breached; overdue invoices"
                            + " count 2, those over 30 days 4",
                    false,
                    false,
                    false,
                    whenReported(SupportMetrics::openIssues)),
            new Metric(
                    "open_tickets",
                    "Open tickets",
                    Unit.TICKETS,
                    "Tickets that are neither solved nor closed",
                    false,
                    false,
                    false,
                    whenReported(
                            (facts, asOf) -> count(facts.tickets(asOf).stream().filter(Ticket::isOpen)))),
            new Metric(
                    "urgent_tickets",
                    "Urgent tickets",
                    Unit.TICKETS,
                    "Open tickets of high or urgent priority",
                    false,
                    false,
                    false,
                    whenReported((facts, asOf) -> count(
                            facts.tickets(asOf).stream().filter(ticket -> ticket.isOpen() && ticket.isUrgent())))),
            new Metric(
                    "sla_breaches",
                    "SLA breaches",
                    Unit.TICKETS,
                    "Open tickets whose SLA is breached",
                    false,
                    false,
                    false,
                    whenReported((facts, asOf) -> count(
                            facts.tickets(asOf).stream().filter(ticket -> ticket.isOpen() && ticket.slaBreached())))),
            new Metric(
                    "overdue_invoices",
                    "Overdue invoices",
                    Unit.INVOICES,
                    "Invoices that are due and not paid",
                    false,
                    false,
                    false,
                    whenReported(
                            (facts, asOf) -> count(facts.invoices(asOf).stream().filter(it -> it.isOverdue(asOf))))),
            new Metric(
                    "days_overdue",
                    "Days overdue",
                    Unit.DAYS,
                    "Days since the oldest unpaid invoice was due",
                    false,
                    false,
                    false,
                    whenReported((facts, asOf) -> facts.invoices(asOf).stream()
                            .mapToInt(invoice -> invoice.daysOverdue(asOf))
                            .max()
                            .orElse(0))));

    private SupportMetrics() {}

    private static double openIssues(AccountFacts facts, LocalDate asOf) {
        double tickets = facts.tickets(asOf).stream()
                .filter(Ticket::isOpen)
                .mapToInt(ticket -> (ticket.isUrgent() ? 2 : 1) + (ticket.slaBreached() ? 1 : 0))
                .sum();
        double invoices = facts.invoices(asOf).stream()
                .filter(it -> it.isOverdue(asOf))
                .mapToInt((Invoice it) -> it.daysOverdue(asOf) > 30 ? 4 : 2)
                .sum();
        return tickets + invoices;
    }

    private static double count(Stream<?> stream) {
        return stream.count();
    }

    private static Metric.Function whenReported(ToDoubleBiFunction<AccountFacts, LocalDate> value) {
        return (facts, _, _, asOf) -> {
            boolean reported = !Change.upTo(facts.ticketChanges(), asOf).isEmpty()
                    || !Change.upTo(facts.invoiceChanges(), asOf).isEmpty()
                    || !Change.upTo(facts.subscriptionChanges(), asOf).isEmpty();
            return reported ? OptionalDouble.of(value.applyAsDouble(facts, asOf)) : OptionalDouble.empty();
        };
    }
}
