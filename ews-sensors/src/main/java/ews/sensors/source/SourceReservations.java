package ews.sensors.source;

import ews.domain.account.AccountId;
import ews.domain.event.EventType;
import ews.domain.source.Reservation;
import ews.domain.source.Reservations;
import ews.domain.time.OrganisationDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows which accounts the sources tell of that are silent, or calm, just now. */
@Repository
class SourceReservations implements Reservations {

    /**
     * A source that told nothing of an account in so many days before it fell silent has nothing to do with it: three
     * months, and four weeks for which {@code account_source} is not brought up to date.
     */
    private static final int CONCERNED = 90 + 28;

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final Heartbeats heartbeats;
    private final CalmPeriods calmPeriods;

    SourceReservations(JdbcClient jdbc, OrganisationDays days, Heartbeats heartbeats, CalmPeriods calmPeriods) {
        this.jdbc = jdbc;
        this.days = days;
        this.heartbeats = heartbeats;
        this.calmPeriods = calmPeriods;
    }

    /**
     * What may concern an account.
     *
     * @param type {@code null} for all types
     * @param from the day on which, or after which, the source must have told of the account
     */
    private record Cause(SourceId source, @Nullable EventType type, LocalDate from, Reason reason) {}

    private interface Reason {
        Reservation about(EventType type);
    }

    @Override
    public Map<AccountId, List<Reservation>> of(Collection<AccountId> accounts) {
        List<Cause> causes = causes();
        return causes.isEmpty() || accounts.isEmpty() ? Map.of() : concerning(accounts, causes);
    }

    private List<Cause> causes() {
        var causes = new ArrayList<Cause>();
        for (Silence it : heartbeats.lately()) {
            LocalDate from = days.dayOf(it.since()).minusDays(CONCERNED);
            causes.add(new Cause(
                    it.source(),
                    it.type(),
                    from,
                    type -> it.over()
                            ? new Reservation.Returned(it.name(), type, zoned(it.since()))
                            : new Reservation.Silent(it.name(), type, zoned(it.since()), it.usualDays())));
        }
        for (Source it : calmPeriods.running()) {
            Instant until = it.calmUntil();
            if (until != null) {
                causes.add(new Cause(
                        it.id(), null, LocalDate.EPOCH, type -> new Reservation.Calm(it.name(), type, zoned(until))));
            }
        }
        return causes;
    }

    private Map<AccountId, List<Reservation>> concerning(Collection<AccountId> accounts, List<Cause> causes) {
        var concerned = new HashMap<AccountId, List<Reservation>>();
        jdbc.sql("""
                        select told.account_id, told.type, cause.place
                        from account_source told
                        join unnest(:sources::int[], :types::text[], :from::text[])
                             with ordinality cause (source_id, type, from_day, place)
                          on cause.source_id = told.source_id and coalesce(cause.type, told.type) = told.type
                         and cause.from_day::date <= told.last_on
                        where told.account_id = any (:accounts)
                        order by told.account_id, cause.place, told.type
                        """)
                .param("sources", causes.stream().map(it -> it.source().value()).toArray(Integer[]::new))
                .param("types", causes.stream().map(SourceReservations::code).toArray(String[]::new))
                .param("from", causes.stream().map(it -> it.from().toString()).toArray(String[]::new))
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(row -> {
                    Cause cause = causes.get(row.getInt("place") - 1);
                    EventType type = EventType.coded(row.getString("type"));
                    concerned
                            .computeIfAbsent(new AccountId(row.getLong("account_id")), _ -> new ArrayList<>())
                            .add(cause.reason().about(type));
                });
        return concerned;
    }

    private ZonedDateTime zoned(Instant time) {
        return time.atZone(days.zone());
    }

    private static @Nullable String code(Cause cause) {
        return cause.type() == null ? null : cause.type().code();
    }
}
