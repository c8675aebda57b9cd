package ews.dashboard.api;

import ews.domain.account.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Touchpoints, the latest first. */
@Repository
class TouchpointList {

    private static final String SELECT = """
            select t.id, a.key as account, t.kind, t.occurred_at, m.email as member, t.author, t.note, t.run_id
            from touchpoint t join account a on a.id = t.account_id left join member m on m.id = t.member_id
            """;

    /**
     * One touchpoint.
     *
     * @param member the e-mail address of who engaged; {@code null} where a source did not say
     * @param author their name, as it was then
     */
    record Item(
            long id,
            String account,
            String kind,
            Instant time,
            @Nullable String member,
            String author,
            String note,
            @Nullable Long run) {

        static Item of(ResultSet row, int number) throws SQLException {
            return new Item(
                    row.getLong("id"),
                    row.getString("account"),
                    row.getString("kind"),
                    Objects.requireNonNull(AlertView.instant(row, "occurred_at")),
                    row.getString("member"),
                    row.getString("author"),
                    row.getString("note"),
                    row.getObject("run_id", Long.class));
        }
    }

    private final JdbcClient jdbc;

    TouchpointList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Item withId(AccountId account, long id) {
        return jdbc.sql(SELECT + "where t.account_id = :account and t.id = :id")
                .param("account", account.value())
                .param("id", id)
                .query(Item::of)
                .single();
    }

    Page<Item> page(@Nullable Long account, @Nullable Long run, @Nullable Cursor after, int limit) {
        List<Item> rows = jdbc.sql(SELECT + """
                        where (:account::bigint is null or t.account_id = :account)
                          and (:run::bigint is null or t.run_id = :run)
                          and (:micros::bigint is null
                               or (t.occurred_at, t.id) < (timestamptz 'epoch' + :micros * interval '1 microsecond', :id))
                        order by t.occurred_at desc, t.id desc
                        limit :limit
                        """)
                .param("account", account)
                .param("run", run)
                .param("micros", after == null ? null : after.number(0))
                .param("id", after == null ? 0 : after.number(1))
                .param("limit", limit + 1)
                .query(Item::of)
                .list();
        return Page.of(rows, limit, row -> Cursor.after(row.time, row.id));
    }
}
