package ews.domain.fact;

import ews.domain.event.Priority;
import ews.domain.event.TicketStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as it stood at the end of a day. */
public record Ticket(
        String ticket,
        Instant openedAt,
        Instant changedAt,
        TicketStatus status,
        Priority priority,
        boolean slaBreached,
        @Nullable String subject) {

    public boolean isOpen() {
        return !status.isDone();
    }

    public boolean isUrgent() {
        return priority.compareTo(Priority.HIGH) >= 0;
    }

    /** Each ticket as of {@code asOf}, in the order of their first events. */
    static Collection<Ticket> asOf(List<TicketChange> changes, LocalDate asOf) {
        var tickets = new LinkedHashMap<String, Ticket>();
        for (TicketChange change : Change.upTo(changes, asOf)) {
            tickets.compute(change.ticket(), (_, before) -> before == null ? first(change) : before.with(change));
        }
        return tickets.values();
    }

    private static Ticket first(TicketChange change) {
        return new Ticket(change.ticket(), change.at(), change.at(), TicketStatus.OPEN, Priority.NORMAL, false, null)
                .with(change);
    }

    private Ticket with(TicketChange change) {
        return new Ticket(
                ticket,
                openedAt,
                change.at(),
                change.status() == null ? status : change.status(),
                change.priority() == null ? priority : change.priority(),
                change.slaBreached() == null ? slaBreached : change.slaBreached(),
                change.subject() == null ? subject : change.subject());
    }
}
