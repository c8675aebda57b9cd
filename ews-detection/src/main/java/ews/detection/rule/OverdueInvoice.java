package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.domain.event.EventType;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.Money;
import ews.domain.fact.Days;
import ews.domain.fact.Invoice;
import ews.domain.metric.Measurement;
import ews.domain.metric.Unit;
import ews.domain.score.HealthScore;
import ews.domain.score.IndicatorGroup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An invoice is due and not paid.
 *
 * @param days how many days past its due date an invoice may be that no source calls overdue; one that a source calls
 *     overdue counts at once
 */
public record OverdueInvoice(int days) implements RuleKind {

    public OverdueInvoice {
        Words.check("Days", days, 1, 365);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        LocalDate asOf = occasion.asOf();
        List<Invoice> overdue = occasion.facts().invoices(asOf).stream()
                .filter(invoice -> invoice.status() == InvoiceStatus.OVERDUE || invoice.daysOverdue(asOf) >= days)
                .sorted(Comparator.comparing(OverdueInvoice::since))
                .toList();
        return overdue.isEmpty() ? new Quiet("No invoice is overdue.") : new Raised(evidence(overdue, asOf));
    }

    private static LocalDate since(Invoice invoice) {
        return invoice.due() != null ? invoice.due() : invoice.changed();
    }

    private static Evidence evidence(List<Invoice> overdue, LocalDate asOf) {
        int oldest = overdue.stream().mapToInt(it -> it.daysOverdue(asOf)).max().orElse(0);
        String total = total(overdue);
        var lines = new ArrayList<Line>();
        for (Invoice invoice : overdue) {
            String amount = invoice.amount() == null ? "" : " over " + Words.money(invoice.amount());
            lines.add(new Line(
                    since(invoice),
                    "Invoice %s%s %s"
                            .formatted(
                                    invoice.invoice(), amount, invoice.due() == null ? "became overdue" : "was due")));
        }
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("Overdue invoices", Unit.number(overdue.size())));
        figures.add(new Figure("Oldest overdue for", Words.days(oldest)));
        if (!total.isEmpty()) {
            figures.add(new Figure("Amount", total));
        }
        String what = overdue.size() == 1
                ? "Invoice %s".formatted(overdue.getFirst().invoice())
                : Unit.INVOICES.say(overdue.size());
        String title = "%s overdue%s%s"
                .formatted(
                        overdue.size() == 1 ? what + " is" : what + " are",
                        oldest == 0 ? "" : " for " + Words.days(oldest),
                        total.isEmpty() ? "" : ": " + total);
        return new Evidence(
                title,
                new Days(since(overdue.getFirst()), asOf),
                figures,
                lines,
                IndicatorGroup.SUPPORT_AND_OPERATIONS,
                // another one: that time passes is no news
                new Severity("what is overdue", overdue.size(), overdue.size() + 1, Unit.INVOICES));
    }

    /** One sum for each currency; empty where no amount is known. */
    private static String total(List<Invoice> invoices) {
        var sums = new TreeMap<String, BigDecimal>();
        for (Invoice invoice : invoices) {
            Money amount = invoice.amount();
            if (amount != null) {
                sums.merge(amount.currency(), amount.amount(), BigDecimal::add);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> Words.money(new Money(sum.getValue(), sum.getKey())))
                .collect(Collectors.joining(" + "));
    }

    @Override
    public Measurement shownBy() {
        return new Measurement("overdue_invoices", 1);
    }

    /** That it was paid. */
    @Override
    public Set<EventType> misses(HealthScore score) {
        return reads(score);
    }

    @Override
    public String text() {
        return "an invoice is called overdue, or is %s past its due date".formatted(Words.days(days));
    }
}
