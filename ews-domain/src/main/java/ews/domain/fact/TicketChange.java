package ews.domain.fact;

import ews.domain.event.Priority;
import ews.domain.event.TicketStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one support event said about a ticket; {@code null} means unchanged. */
public record TicketChange(
        Instant at,
        LocalDate day,
        long key,
        String ticket,
        @Nullable TicketStatus status,
        @Nullable Priority priority,
        @Nullable Boolean slaBreached,
        @Nullable String subject)
        implements Change {}
