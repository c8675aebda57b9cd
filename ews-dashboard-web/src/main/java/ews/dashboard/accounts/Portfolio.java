package ews.dashboard.accounts;

import ews.detection.scoring.Health;
import ews.domain.account.AccountId;
import ews.domain.score.Band;
import ews.domain.time.OrganisationDays;
import ews.plays.watchlist.BuiltInList;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the portfolio shows: the counts over all of it, and the accounts of one page. */
@Repository
public class Portfolio {

    static final int PAGE_SIZE = 50;

    /** What the list shows of the accounts of a {@code page (id, place)}. */
    private static final String ENTRIES = """
            select a.*, s.name as segment, coalesce(h.band, 'unknown') as band, h.score, h.change_7, h.trend,
              (select count(*) from alert where account_id = a.id and %s) as alerts,
              (select max(occurred_at) from touchpoint
                 where account_id = a.id and kind <> 'note' and occurred_at < :end) as touched
            from page join %s a on a.id = page.id
              left join %s h on h.account_id = a.id
              left join segment s on s.id = h.segment_id
            order by page.place
            """;

    private static final String NOT_SCORED = "Not scored yet.";

    private final JdbcClient jdbc;
    private final Health health;
    private final OrganisationDays days;

    Portfolio(JdbcClient jdbc, Health health, OrganisationDays days) {
        this.jdbc = jdbc;
        this.health = health;
        this.days = days;
    }

    /**
     * One account as the list shows it; scores and changes in tenths.
     *
     * @param story why its score is what it is, in one sentence
     */
    public record Entry(
            AccountId id,
            String name,
            @Nullable String segment,
            @Nullable String stage,
            Band band,
            @Nullable Integer score,
            @Nullable Integer change7,
            List<@Nullable Integer> trend,
            String story,
            @Nullable BigDecimal annualValue,
            @Nullable String currency,
            @Nullable LocalDate renewal,
            @Nullable LocalDate cancelled,
            int openAlerts,
            @Nullable Instant touched) {

        Entry withStory(String other) {
            return new Entry(
                    id,
                    name,
                    segment,
                    stage,
                    band,
                    score,
                    change7,
                    trend,
                    other,
                    annualValue,
                    currency,
                    renewal,
                    cancelled,
                    openAlerts,
                    touched);
        }
    }

    /** The groups of all accounts that the filter lets through. */
    Tally tally(AccountFilter filter) {
        PortfolioDay day = PortfolioDay.of(filter.asOf(), days);
        var conditions = AccountConditions.of(filter, day);
        String sql = day.with()
                + """
                select coalesce(h.band, 'unknown') as band, %s as falling, %s as renewing, a.currency,
                       count(*) as accounts, coalesce(sum(a.annual_value), 0) as arr,
                       coalesce(sum(h.score), 0) as score, count(h.score) as scored,
                       coalesce(sum(h.change_7), 0) as change, count(h.change_7) as compared
                from %s
                %s
                group by 1, 2, 3, 4
                """.formatted(AccountConditions.FALLING, AccountConditions.RENEWING, day.from(), conditions.where());
        return new Tally(jdbc.sql(sql)
                .params(conditions.parameters())
                .query((row, _) -> new Tally.Group(
                        Band.of(row.getString("band")),
                        row.getBoolean("falling"),
                        row.getBoolean("renewing"),
                        Objects.requireNonNullElse(row.getString("currency"), ""),
                        row.getLong("accounts"),
                        row.getBigDecimal("arr"),
                        row.getLong("score"),
                        row.getLong("scored"),
                        row.getLong("change"),
                        row.getLong("compared")))
                .list());
    }

    /** How many of the owner's accounts are on each built-in list. */
    public Map<BuiltInList, Long> counts(Owner owner) {
        PortfolioDay today = PortfolioDay.of(null, days);
        var conditions = AccountConditions.of(AccountFilter.of(owner), today);
        String counts = Stream.of(BuiltInList.values())
                .map(list ->
                        "count(*) filter (where %s) as %s".formatted(BuiltInConditions.of(list, today), list.name()))
                .collect(Collectors.joining(", "));
        return jdbc.sql("select %s from %s %s".formatted(counts, today.from(), conditions.where()))
                .params(conditions.parameters())
                .query((row, _) -> {
                    var result = new EnumMap<BuiltInList, Long>(BuiltInList.class);
                    for (BuiltInList list : BuiltInList.values()) {
                        result.put(list, row.getLong(list.name()));
                    }
                    return result;
                })
                .single();
    }

    /** How many accounts of one owner each of several filters lets through, counted in one pass over the accounts. */
    List<Long> counts(Owner owner, List<AccountFilter> filters) {
        PortfolioDay today = PortfolioDay.of(null, days);
        var parameters = new HashMap<String, @Nullable Object>(today.parameters());
        var counts = new ArrayList<String>();
        for (AccountFilter filter : filters) {
            var conditions = AccountConditions.of(filter, today, "f%d_".formatted(counts.size()));
            counts.add("count(*) filter (where %s)".formatted(conditions.all()));
            parameters.putAll(conditions.parameters());
        }
        String whose = owner instanceof Owner.Csm ? "where a.csm_id = :whose" : "";
        if (owner instanceof Owner.Csm csm) {
            parameters.put("whose", csm.member().value());
        }
        return jdbc.sql("select %s from %s %s".formatted(String.join(", ", counts), today.from(), whose))
                .params(parameters)
                .query((row, _) -> {
                    var result = new ArrayList<Long>();
                    for (int i = 1; i <= filters.size(); i++) {
                        result.add(row.getLong(i));
                    }
                    return result;
                })
                .single();
    }

    /** The accounts of an owner on a watch list, those that need attention first. */
    public List<AccountId> on(Listed list, Owner owner, int most) {
        PortfolioDay today = PortfolioDay.of(null, days);
        var conditions = AccountConditions.of(AccountFilter.of(owner).on(list), today);
        return jdbc.sql("select a.id from %s %s %s limit :limit"
                        .formatted(today.from(), conditions.where(), AccountSort.ATTENTION.orderBy(false)))
                .params(conditions.parameters())
                .param("limit", most)
                .query((row, _) -> new AccountId(row.getLong("id")))
                .list();
    }

    /** @param number of the page, from 1 */
    List<Entry> entries(AccountFilter filter, AccountSort sort, boolean descending, int number) {
        PortfolioDay day = PortfolioDay.of(filter.asOf(), days);
        var conditions = AccountConditions.of(filter, day);
        String touched = sort == AccountSort.TOUCH ? """
                left join (select account_id, max(occurred_at) as at from touchpoint
                           where kind <> 'note' and occurred_at < :end group by account_id) touched on touched.account_id = a.id""" : "";
        // the page is cut before anything is looked up for its accounts
        String page = """
                page as materialized (
                  select a.id, row_number() over () as place
                  from (select a.id from %s
                        %s
                        %s
                        %s
                        limit :limit offset :offset) a)
                """.formatted(day.from(), touched, conditions.where(), sort.orderBy(descending));
        List<Entry> entries = jdbc.sql(day.with(page) + entries(day))
                .params(conditions.parameters())
                .param("limit", PAGE_SIZE)
                .param("offset", (long) (number - 1) * PAGE_SIZE)
                .query(Portfolio::entry)
                .list();
        return withStories(entries, filter.asOf());
    }

    /** These accounts, in this order; those that do not exist are left out. */
    public List<Entry> entriesOf(Collection<AccountId> accounts) {
        PortfolioDay today = PortfolioDay.of(null, days);
        List<Entry> entries = jdbc.sql("""
                        with page as (select id, place from unnest(:ids) with ordinality as chosen (id, place))
                        """ + entries(today))
                .params(today.parameters())
                .param("ids", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(Portfolio::entry)
                .list();
        return withStories(entries, null);
    }

    /** @param past the day as of whose end they are listed; {@code null} for now */
    private List<Entry> withStories(List<Entry> entries, @Nullable LocalDate past) {
        List<AccountId> accounts = entries.stream().map(Entry::id).toList();
        Map<AccountId, String> stories = past == null ? health.stories(accounts) : health.stories(accounts, past);
        return entries.stream()
                .map(it -> it.withStory(stories.getOrDefault(it.id, NOT_SCORED)))
                .toList();
    }

    /** The accounts of a CSM in poor health that fell by three points or more this week, the lowest first. */
    public List<Entry> poorAndFalling(Owner owner) {
        return of(owner, new AccountFilter.Chips(Band.POOR, true, false), AccountSort.SCORE);
    }

    /** Whether somebody has no account at all. */
    public boolean isEmpty(Owner owner) {
        return tally(AccountFilter.of(owner)).accounts() == 0;
    }

    /** The owner's accounts that renew within 90 days, the next first. */
    public List<Entry> renewing(Owner owner) {
        return of(owner, new AccountFilter.Chips(null, false, true), AccountSort.RENEWAL);
    }

    private List<Entry> of(Owner owner, AccountFilter.Chips chips, AccountSort sort) {
        return entries(AccountFilter.of(owner).with(chips), sort, sort.isDescending(), 1);
    }

    private static String entries(PortfolioDay day) {
        return ENTRIES.formatted(day.alertIsOpen(), day.account(), day.health());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        OffsetDateTime touched = row.getObject("touched", OffsetDateTime.class);
        return new Entry(
                new AccountId(row.getLong("id")),
                row.getString("name"),
                row.getString("segment"),
                row.getString("stage"),
                Band.of(row.getString("band")),
                row.getObject("score", Integer.class),
                row.getObject("change_7", Integer.class),
                trend(row),
                NOT_SCORED,
                row.getBigDecimal("annual_value"),
                row.getString("currency"),
                row.getObject("renewal_on", LocalDate.class),
                row.getObject("cancelled_on", LocalDate.class),
                row.getInt("alerts"),
                touched == null ? null : touched.toInstant());
    }

    private static List<@Nullable Integer> trend(ResultSet row) throws SQLException {
        var array = row.getArray("trend");
        if (array == null) {
            return List.of();
        }
        List<@Nullable Integer> trend = new ArrayList<>();
        for (Object value : (Object[]) array.getArray()) {
            trend.add(value == null ? null : ((Number) value).intValue());
        }
        return trend;
    }
}
