package ews.dashboard.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ews.detection.scoring.Health;
import ews.domain.account.AccountId;
import ews.domain.score.Points;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts with their latest health, ordered by key. */
@Repository
class AccountList {

    /** One account; score, changes and story are {@code null} before its first scoring. */
    record Item(
            @JsonIgnore AccountId id,
            String account,
            String name,
            String band,
            @Nullable Points score,
            @Nullable Points change7,
            @Nullable Points change30,
            @Nullable String story,
            @Nullable LocalDate asOf,
            @Nullable String segment,
            @Nullable String csm,
            @Nullable String status,
            @Nullable String stage,
            @Nullable String plan,
            @Nullable String product,
            @Nullable Integer seats,
            @Nullable BigDecimal annualValue,
            @Nullable String currency,
            @Nullable LocalDate renewalDate) {

        static Item of(ResultSet row, int number) throws SQLException {
            return new Item(
                    new AccountId(row.getLong("id")),
                    row.getString("key"),
                    row.getString("name"),
                    row.getString("band"),
                    points(row, "score"),
                    points(row, "change_7"),
                    points(row, "change_30"),
                    null,
                    row.getObject("day", LocalDate.class),
                    row.getString("segment"),
                    row.getString("csm"),
                    row.getString("status"),
                    row.getString("stage"),
                    row.getString("plan"),
                    row.getString("product"),
                    row.getObject("seats", Integer.class),
                    row.getBigDecimal("annual_value"),
                    row.getString("currency"),
                    row.getObject("renewal_on", LocalDate.class));
        }

        private Item withStory(@Nullable String story) {
            return new Item(
                    id,
                    account,
                    name,
                    band,
                    score,
                    change7,
                    change30,
                    story,
                    asOf,
                    segment,
                    csm,
                    status,
                    stage,
                    plan,
                    product,
                    seats,
                    annualValue,
                    currency,
                    renewalDate);
        }
    }

    private static @Nullable Points points(ResultSet row, String column) throws SQLException {
        Integer tenths = row.getObject(column, Integer.class);
        return tenths == null ? null : new Points(tenths);
    }

    /**
     * What to list; a filter that is {@code null} lets everything through.
     *
     * @param q part of the name or of the key, whatever the case
     * @param key of one account, exactly; one that it had before is fine
     * @param archived accounts that are archived, and no others; one that is asked for by its key is there either way
     */
    record Filter(
            @Nullable String band,
            @Nullable String segment,
            @Nullable String csm,
            @Nullable String q,
            @Nullable String key,
            boolean archived) {}

    private static final String LATEST = "account_health";

    /** As it was at the end of a day. */
    private static final String ON_A_DAY = """
            (select d.account_id, d.day, d.score, d.band, d.segment_id,
                    d.score - w.score as change_7, d.score - m.score as change_30
             from health_score d
             left join health_score w on w.account_id = d.account_id and w.day = d.day - 7
             left join health_score m on m.account_id = d.account_id and m.day = d.day - 30
             where d.day = :day)""";

    private final JdbcClient jdbc;
    private final Health health;

    AccountList(JdbcClient jdbc, Health health) {
        this.jdbc = jdbc;
        this.health = health;
    }

    /** @param asOf a past day; {@code null} for the latest health */
    Page<Item> page(Filter filter, @Nullable LocalDate asOf, @Nullable Cursor after, int limit) {
        List<Item> rows = jdbc.sql("""
                        select a.id, a.key, a.name, coalesce(h.band, 'unknown') as band, h.score, h.change_7, h.change_30, h.day,
                               s.key as segment, m.email as csm, a.status, a.stage, a.plan, a.product, a.seats,
                               a.annual_value, a.currency, a.renewal_on
                        from account a
                        left join %s h on h.account_id = a.id
                        left join segment s on s.id = h.segment_id
                        left join member m on m.id = a.csm_id
                        where (:after::text is null or a.key > :after)
                          and (:band::text is null or coalesce(h.band, 'unknown') = :band)
                          and (:segment::text is null or s.key = :segment)
                          and (:csm::text is null or lower(m.email) = lower(:csm))
                          and (:key::text is null or a.key = :key
                               or a.id = (select account_id from account_alias where key = :key))
                          and (:key::text is not null or (a.archived_at is not null) = :archived)
                          and (:day::date is null or a.first_seen_on <= :day)
                          and (:q::text is null or strpos(lower(a.name), lower(:q)) > 0
                                                or strpos(lower(a.key), lower(:q)) > 0)
                        order by a.key
                        limit :limit
                        """.formatted(asOf == null ? LATEST : ON_A_DAY))
                .param("after", after == null ? null : after.string(0))
                .param("band", filter.band)
                .param("segment", filter.segment)
                .param("csm", filter.csm)
                .param("q", filter.q)
                .param("key", filter.key)
                .param("archived", filter.archived)
                .param("day", asOf)
                .param("limit", limit + 1)
                .query(Item::of)
                .list();
        return Page.of(withStories(rows, asOf), limit, row -> Cursor.after(row.account));
    }

    private List<Item> withStories(List<Item> items, @Nullable LocalDate asOf) {
        List<AccountId> accounts = items.stream().map(Item::id).toList();
        Map<AccountId, String> stories = asOf == null ? health.stories(accounts) : health.stories(accounts, asOf);
        return items.stream().map(it -> it.withStory(stories.get(it.id))).toList();
    }

    List<String> segments() {
        return jdbc.sql("select key from segment order by position")
                .query((row, _) -> row.getString("key"))
                .list();
    }
}
