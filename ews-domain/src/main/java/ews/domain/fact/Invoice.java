package ews.domain.fact;

import ews.domain.event.InvoiceStatus;
import ews.domain.event.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice as it stood at the end of a day. */
public record Invoice(
        String invoice,
        LocalDate issued,
        LocalDate changed,
        InvoiceStatus status,
        @Nullable Money amount,
        @Nullable LocalDate due) {

    /**
     * Days since the money was due: since the due date where one is known, else since the source called the invoice
     * overdue; 0 where nothing is overdue.
     */
    public int daysOverdue(LocalDate asOf) {
        if (status.isSettled()) {
            return 0;
        }
        LocalDate since = due != null ? due : status == InvoiceStatus.OVERDUE ? changed : null;
        return since == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(since, asOf));
    }

    public boolean isOverdue(LocalDate asOf) {
        return status == InvoiceStatus.OVERDUE || daysOverdue(asOf) > 0;
    }

    /** Each invoice as of {@code asOf}, in the order of their first events. */
    static Collection<Invoice> asOf(List<InvoiceChange> changes, LocalDate asOf) {
        var invoices = new LinkedHashMap<String, Invoice>();
        for (InvoiceChange change : Change.upTo(changes, asOf)) {
            invoices.compute(
                    change.invoice(),
                    (_, before) -> new Invoice(
                            change.invoice(),
                            before == null ? change.day() : before.issued,
                            change.day(),
                            change.status(),
                            change.amount() == null && before != null ? before.amount : change.amount(),
                            change.due() == null && before != null ? before.due : change.due()));
        }
        return invoices.values();
    }
}
