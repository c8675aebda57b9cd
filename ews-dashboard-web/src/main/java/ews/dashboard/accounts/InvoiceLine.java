package ews.dashboard.accounts;

import ews.dashboard.view.Figures;
import ews.domain.event.InvoiceStatus;
import ews.domain.fact.Invoice;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An invoice in a list.
 *
 * @param css names the look of its state
 * @param amount empty where none was reported
 */
public record InvoiceLine(
        String number,
        String state,
        String css,
        String amount,
        LocalDate issued,
        @Nullable LocalDate due) {

    static InvoiceLine of(Invoice invoice, LocalDate asOf) {
        boolean overdue = invoice.isOverdue(asOf);
        return new InvoiceLine(
                invoice.invoice(),
                overdue
                        ? invoice.daysOverdue(asOf) + " d overdue"
                        : invoice.status().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                overdue ? "poor" : invoice.status() == InvoiceStatus.PAID ? "good" : "",
                invoice.amount() == null
                        ? ""
                        : Figures.exactMoney(
                                invoice.amount().amount(), invoice.amount().currency()),
                invoice.issued(),
                invoice.due());
    }
}
