package ews.plays.checkin;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.score.Band;
import ews.domain.time.Holidays;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * When which account is to be checked in with. The next check-in is due a cadence after the last call, meeting or
 * check-in that reached somebody, or after the account's first day if there was none; {@value #RETRY_DAYS} days after
 * an attempt that reached nobody, if that is later; and on the next working day where that is none. Cancelled accounts
 * have none.
 */
@Repository
public class NextCheckIns {

    /** How many days after an attempt that reached nobody the next one is due. */
    static final int RETRY_DAYS = 3;

    /**
     * Touches are gathered in one pass over the accounts that are asked for (%1$s, and %2$s of their touches), not by a
     * look for each. {@code offset 0} keeps PostgreSQL from working out the days again wherever they are used, and from
     * working out any for whom it need not.
     */
    private static final String SELECT = """
            with met as (
              select account_id, max(occurred_at) last_at from touchpoint
              where kind in ('call', 'meeting') and %2$s
              group by account_id
            ), checked as (
              select account_id,
                     max(occurred_at) filter (where result <> 'not_reached') last_at,
                     max(occurred_at) filter (where result = 'not_reached') missed_at
              from check_in where %2$s
              group by account_id
            ), touched as (
              select a.id, a.key, a.name, a.csm_id, m.name csm_name, h.band, own.reason own_reason, own.author own_author,
                     case when own.account_id is not null then own.days
                          when usual.segment_id is not null then usual.days
                          else :usual end as every,
                     (greatest(met.last_at, checked.last_at) at time zone :zone)::date last_touch,
                     (checked.missed_at at time zone :zone)::date missed,
                     a.first_seen_on
              from account a
              left join met on met.account_id = a.id
              left join checked on checked.account_id = a.id
              left join member m on m.id = a.csm_id
              left join account_cadence own on own.account_id = a.id
              left join account_health h on h.account_id = a.id
              left join segment_cadence usual on usual.segment_id = h.segment_id
              where a.status is distinct from 'cancelled' and a.archived_at is null and %1$s
              offset 0
            ), counted as (
              select touched.*, greatest(coalesce(last_touch, first_seen_on) + every,
                                         case when every is not null then missed + :retry end) as first_day
              from touched
              offset 0
            ), next as (
              select counted.*,
                     coalesce(off.working_day,
                              first_day + case extract(isodow from first_day) when 6 then 2 when 7 then 1 else 0 end) as due
              from counted
              left join unnest(:off::date[], :working::date[]) off (day, working_day) on off.day = counted.first_day
            )
            """;

    /** Whoever was touched later than a cadence before is not due until the day that is asked for, at no hour of it. */
    private static final String MAY_BE_DUE = """
            (greatest(met.last_at, checked.last_at)
               < :latest::timestamptz - coalesce(own.days, usual.days, :usual) * interval '24 hours') is not false
            """;

    private static final String OF_EVERYBODY = SELECT.formatted(MAY_BE_DUE, "true");
    private static final String OF_CSM = SELECT.formatted(
            "a.csm_id = :csm and " + MAY_BE_DUE, "account_id in (select id from account where csm_id = :csm)");
    private static final String OF_ACCOUNT = SELECT.formatted("a.id = :account", "account_id = :account");

    private final JdbcClient jdbc;
    private final Holidays holidays;
    private final OrganisationDays days;

    NextCheckIns(JdbcClient jdbc, Holidays holidays, OrganisationDays days) {
        this.jdbc = jdbc;
        this.holidays = holidays;
        this.days = days;
    }

    /** Empty if there is no such account, or it was cancelled. */
    public Optional<NextCheckIn> of(AccountId account) {
        return query(OF_ACCOUNT + "select * from next")
                .param("account", account.value())
                .query(NextCheckIns::next)
                .optional();
    }

    /**
     * A page of those that are due until a day, of the accounts of a CSM or ({@code null}) of everybody's, the most
     * overdue first.
     *
     * @param page counted from 1
     * @param size the most on a page
     */
    public List<NextCheckIn> due(@Nullable MemberId csm, LocalDate until, int page, int size) {
        return queryOf(csm, until, "select * from next where due <= :until order by due, id limit :size offset :before")
                .param("size", size)
                .param("before", (long) size * (page - 1))
                .query(NextCheckIns::next)
                .list();
    }

    /** The same, after an account that was due on a day: so a list stays the same while check-ins are logged. */
    public List<NextCheckIn> dueAfter(
            @Nullable MemberId csm, LocalDate until, LocalDate day, AccountId account, int size) {
        return queryOf(csm, until, """
                        select * from next where due <= :until and (due, id) > (:day, :account)
                        order by due, id limit :size
                        """)
                .param("day", day)
                .param("account", account.value())
                .param("size", size)
                .query(NextCheckIns::next)
                .list();
    }

    /** How many of them are due on which day, the earliest first. */
    public SortedMap<LocalDate, Long> dueByDay(@Nullable MemberId csm, LocalDate until) {
        var counts = new TreeMap<LocalDate, Long>();
        queryOf(csm, until, "select due, count(*) accounts from next where due <= :until group by due")
                .query(row -> {
                    counts.put(row.getObject("due", LocalDate.class), row.getLong("accounts"));
                });
        return counts;
    }

    private StatementSpec queryOf(@Nullable MemberId csm, LocalDate until, String which) {
        StatementSpec query = csm == null
                ? query(OF_EVERYBODY + which)
                : query(OF_CSM + which).param("csm", csm.value());
        // Two days later, since where clocks change a day is not always 24 hours.
        return query.param("until", until)
                .param("latest", days.startOf(until.plusDays(2)).atOffset(ZoneOffset.UTC));
    }

    private StatementSpec query(String sql) {
        SortedMap<LocalDate, LocalDate> off = holidays.workingDayAfterEach();
        return jdbc.sql(sql)
                .param("off", texts(off.keySet()))
                .param("working", texts(off.values()))
                .param("usual", Cadences.USUAL)
                .param("retry", RETRY_DAYS)
                .param("zone", days.zone().getId());
    }

    private static String[] texts(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static NextCheckIn next(ResultSet row, int number) throws SQLException {
        LocalDate lastTouch = row.getObject("last_touch", LocalDate.class);
        LocalDate missed = row.getObject("missed", LocalDate.class);
        String band = row.getString("band");
        long csm = row.getLong("csm_id");
        return new NextCheckIn(
                new AccountId(row.getLong("id")),
                row.getString("key"),
                row.getString("name"),
                band == null ? Band.UNKNOWN : Band.of(band),
                csm == 0 ? null : new MemberId(csm),
                row.getString("csm_name"),
                row.getObject("every", Integer.class),
                row.getString("own_reason"),
                row.getString("own_author"),
                lastTouch,
                missed == null || (lastTouch != null && !missed.isAfter(lastTouch)) ? null : missed,
                row.getObject("due", LocalDate.class));
    }
}
