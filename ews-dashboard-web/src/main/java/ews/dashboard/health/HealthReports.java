package ews.dashboard.health;

import ews.dashboard.view.Arr;
import ews.domain.member.MemberId;
import ews.domain.score.Band;
import ews.domain.time.OrganisationDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the numbers of the report from the scores, subscriptions and tasks as they were at the end of a day. */
@Repository
public class HealthReports {

    /**
     * Every account that had not cancelled, with its score and what it paid a year. Today's are the latest that there
     * are; those of a past day are that day's.
     */
    private static final String TODAY = """
            with scored as (
              select a.id, h.band, h.score, h.segment_id, a.plan, a.stage, a.product, a.csm_id, a.annual_value, a.currency
              from account a join account_health h on h.account_id = a.id
              where a.cancelled_on is null)
            """;

    private static final String PAST = """
            with worth as (
              select distinct on (account_id) account_id, annual_value, currency
              from subscription_change where annual_value is not null and occurred_at < :end
              order by account_id, occurred_at desc, event_key desc),
            scored as (
              select a.id, h.band, h.score, h.segment_id, a.plan, a.stage, a.product, a.csm_id,
                     worth.annual_value, worth.currency
              from health_score h join account a on a.id = h.account_id left join worth on worth.account_id = a.id
              where h.day = :day and (a.cancelled_on is null or a.cancelled_on > :day))
            """;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    HealthReports(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** How many accounts, and what they pay. */
    public record Share(long accounts, Arr arr) {
        static final Share NONE = new Share(0, Arr.of(Map.of()));

        Share plus(Share other) {
            return new Share(accounts + other.accounts, arr.plus(other.arr));
        }

        static Share sum(Collection<Share> shares) {
            return shares.stream().reduce(NONE, Share::plus);
        }
    }

    /**
     * A group of accounts; the mean score in tenths, empty where none has one.
     *
     * @param key in lower case; empty where it was not reported
     */
    record Part(
            String dimension,
            String key,
            String name,
            Share all,
            Share poor,
            @Nullable Integer meanTenths) {}

    /** What one CSM looks after; {@code null} is for accounts that nobody looks after. */
    public record Load(@Nullable MemberId csm, String name, Share all, Share poor, long openTasks, long overdueTasks) {}

    Map<Band, Share> bands(LocalDate day) {
        var bands = new EnumMap<Band, Share>(Band.class);
        for (Band band : Band.values()) {
            bands.put(band, Share.NONE);
        }
        query(day, """
                        select band, currency, count(*) as accounts, coalesce(sum(annual_value), 0) as arr
                        from scored group by band, currency
                        """)
                .query((row, _) -> bands.merge(
                        Band.of(row.getString("band")),
                        share(row.getLong("accounts"), row.getString("currency"), row.getBigDecimal("arr")),
                        Share::plus))
                .list();
        return bands;
    }

    /** The accounts that cancelled, by month; months without any are there too. */
    SortedMap<YearMonth, Share> cancellations(YearMonth first, LocalDate last) {
        var months = new TreeMap<YearMonth, Share>();
        for (YearMonth month = first; !month.isAfter(YearMonth.from(last)); month = month.plusMonths(1)) {
            months.put(month, Share.NONE);
        }
        jdbc.sql("""
                        select to_char(cancelled_on, 'YYYY-MM') as month, currency, count(*) as accounts,
                               coalesce(sum(annual_value), 0) as arr
                        from account where cancelled_on between :first and :last
                        group by 1, 2
                        """)
                .param("first", first.atDay(1))
                .param("last", last)
                .query((row, _) -> months.merge(
                        YearMonth.parse(row.getString("month")),
                        share(row.getLong("accounts"), row.getString("currency"), row.getBigDecimal("arr")),
                        Share::plus))
                .list();
        return months;
    }

    /** The mean score of each of these days, of the accounts that had one. */
    SortedMap<LocalDate, @Nullable Double> means(Collection<LocalDate> on) {
        var means = new TreeMap<LocalDate, @Nullable Double>();
        on.forEach(day -> means.put(day, null));
        jdbc.sql("""
                        select day, avg(score) / 10 as mean from health_score
                        where day in (:days) and score is not null group by day
                        """)
                .param("days", on)
                .query((row, _) -> means.put(row.getObject("day", LocalDate.class), row.getDouble("mean")))
                .list();
        return means;
    }

    /**
     * The accounts by plan, stage, segment and product. Sources write plans, stages and products in any case: one that is
     * written differently is the same, and reads as most accounts have it.
     */
    List<Part> parts(LocalDate day) {
        record Key(String dimension, String key) {}
        var parts = new LinkedHashMap<Key, Part>();
        query(day, """
                        , cell as (
                          select plan, stage, product, segment_id, currency, count(*) as accounts,
                                 coalesce(sum(annual_value), 0) as arr, count(*) filter (where band = 'poor') as poor,
                                 coalesce(sum(annual_value) filter (where band = 'poor'), 0) as poor_arr,
                                 count(score) as scores, sum(score) as total
                          from scored group by plan, stage, product, segment_id, currency),
                        member_of as (
                          select it.dimension, lower(it.key) as key, it.name, cell.*
                          from cell join segment s on s.id = cell.segment_id,
                               lateral (values ('plan', coalesce(plan, ''), coalesce(plan, '')),
                                               ('stage', coalesce(stage, ''), coalesce(stage, '')),
                                               ('segment', s.key, s.name),
                                               ('product', coalesce(product, ''), coalesce(product, '')))
                                 it (dimension, key, name)),
                        spelling as (
                          select distinct on (dimension, key) dimension, key, name from member_of
                          group by dimension, key, name order by dimension, key, sum(accounts) desc, name)
                        select dimension, key, spelling.name, currency, sum(accounts) as accounts, sum(arr) as arr,
                               sum(poor) as poor, sum(poor_arr) as poor_arr,
                               sum(sum(total)) over same / nullif(sum(sum(scores)) over same, 0) as mean
                        from member_of join spelling using (dimension, key)
                        group by dimension, key, spelling.name, currency
                        window same as (partition by dimension, key)
                        """)
                .query((row, _) -> {
                    String key = row.getString("key");
                    BigDecimal mean = row.getBigDecimal("mean");
                    String currency = row.getString("currency");
                    var part = new Part(
                            row.getString("dimension"),
                            key,
                            row.getString("name"),
                            share(row.getLong("accounts"), currency, row.getBigDecimal("arr")),
                            share(row.getLong("poor"), currency, row.getBigDecimal("poor_arr")),
                            mean == null ? null : Math.toIntExact(Math.round(mean.doubleValue())));
                    return parts.merge(new Key(part.dimension, key), part, HealthReports::both);
                })
                .list();
        return List.copyOf(parts.values());
    }

    private static Part both(Part one, Part other) {
        return new Part(
                one.dimension, one.key, one.name, one.all.plus(other.all), one.poor.plus(other.poor), one.meanTenths);
    }

    /** Everybody who looks after accounts or has tasks; who has most poor accounts first. */
    public List<Load> load(LocalDate day) {
        var loads = new LinkedHashMap<Long, Load>();
        query(day, """
                        , task_load as (
                          select assignee_id, count(*) as open, count(*) filter (where due_on < :day) as overdue
                          from task
                          where created_at < :end and (ended_at is null or ended_at >= :end) group by assignee_id),
                        account_load as (
                          select csm_id, currency, count(*) as accounts, coalesce(sum(annual_value), 0) as arr,
                                 count(*) filter (where band = 'poor') as poor,
                                 coalesce(sum(annual_value) filter (where band = 'poor'), 0) as poor_arr
                          from scored group by csm_id, currency)
                        select m.id, m.name, l.currency, coalesce(l.accounts, 0) as accounts, coalesce(l.arr, 0) as arr,
                               coalesce(l.poor, 0) as poor, coalesce(l.poor_arr, 0) as poor_arr,
                               coalesce(t.open, 0) as open, coalesce(t.overdue, 0) as overdue
                        from account_load l
                          full join task_load t on t.assignee_id = l.csm_id
                          left join member m on m.id = coalesce(l.csm_id, t.assignee_id)
                        """)
                .query((row, _) -> {
                    long id = row.getLong("id");
                    boolean nobody = row.wasNull();
                    String currency = row.getString("currency");
                    var load = new Load(
                            nobody ? null : new MemberId(id),
                            nobody ? "No CSM" : row.getString("name"),
                            share(row.getLong("accounts"), currency, row.getBigDecimal("arr")),
                            share(row.getLong("poor"), currency, row.getBigDecimal("poor_arr")),
                            row.getLong("open"),
                            row.getLong("overdue"));
                    return loads.merge(id, load, HealthReports::both);
                })
                .list();
        return loads.values().stream()
                .sorted(Comparator.comparingLong((Load load) -> -load.poor.accounts())
                        .thenComparing(Load::name))
                .toList();
    }

    private static Load both(Load one, Load other) {
        // the tasks are the same in every currency's row
        return new Load(
                one.csm, one.name, one.all.plus(other.all), one.poor.plus(other.poor), one.openTasks, one.overdueTasks);
    }

    private JdbcClient.StatementSpec query(LocalDate day, String sql) {
        String scored = day.isBefore(days.today()) ? PAST : TODAY;
        return jdbc.sql(scored + sql)
                .param("day", day)
                .param("end", days.startOf(day.plusDays(1)).atOffset(ZoneOffset.UTC));
    }

    private static Share share(long accounts, @Nullable String currency, BigDecimal arr) {
        return new Share(accounts, Arr.of(Map.of(Objects.requireNonNullElse(currency, ""), arr)));
    }
}
