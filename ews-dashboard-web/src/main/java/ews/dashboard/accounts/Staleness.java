package ews.dashboard.accounts;

import ews.dashboard.view.When;
import ews.domain.account.AccountId;
import ews.domain.event.EventType;
import ews.domain.metric.Measurement;
import ews.domain.metric.Metrics;
import ews.domain.source.Reservation;
import ews.domain.source.Reservations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of an account may be out of date, because the source that told of it has fallen silent. */
@Component
class Staleness {

    private final Reservations reservations;
    private final When when;

    Staleness(Reservations reservations, When when) {
        this.reservations = reservations;
        this.when = when;
    }

    /** The silences that concern one account, in words. */
    record Stale(List<Part> parts) {

        static final Stale NOTHING = new Stale(List.of());

        /** What is said of all that is computed from events of a type. */
        record Part(EventType type, String text) {}

        /** {@code null} if everything that the measurement needs comes in as usual. */
        @Nullable
        String about(Measurement measurement) {
            List<EventType> types = Metrics.eventTypes(measurement.definition());
            return parts.stream()
                    .filter(part -> types.contains(part.type))
                    .map(Part::text)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** As things are now. */
    Stale of(AccountId account) {
        return new Stale(reservations.of(List.of(account)).getOrDefault(account, List.of()).stream()
                .filter(Reservation.Silent.class::isInstance)
                .map(Reservation.Silent.class::cast)
                .map(it -> new Stale.Part(it.type(), text(it)))
                .toList());
    }

    private String text(Reservation.Silent silent) {
        return "%s has been silent since %s"
                .formatted(silent.source(), when.exact(silent.since().toInstant()));
    }
}
