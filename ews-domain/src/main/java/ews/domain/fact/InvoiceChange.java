package ews.domain.fact;

import ews.domain.event.InvoiceStatus;
import ews.domain.event.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one invoice event said about an invoice; {@code null} means unchanged. */
public record InvoiceChange(
        Instant at,
        LocalDate day,
        long key,
        String invoice,
        InvoiceStatus status,
        @Nullable Money amount,
        @Nullable LocalDate due)
        implements Change {}
