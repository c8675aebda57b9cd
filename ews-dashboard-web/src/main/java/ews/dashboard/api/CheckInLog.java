package ews.dashboard.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Check-ins that took place or were tried, the latest first. */
@Repository
class CheckInLog {

    private static final String SELECT = """
            select c.id, a.key as account, c.occurred_at, m.email as member, c.author, c.result, c.note
            from check_in c join account a on a.id = c.account_id left join member m on m.id = c.member_id
            """;

    /**
     * One check-in.
     *
     * @param member the e-mail address of who did it; {@code null} where a source did not say
     * @param author their name, as it was then
     */
    record Item(
            long id, String account, Instant time, @Nullable String member, String author, String result, String note) {

        static Item of(ResultSet row, int number) throws SQLException {
            return new Item(
                    row.getLong("id"),
                    row.getString("account"),
                    Objects.requireNonNull(AlertView.instant(row, "occurred_at")),
                    row.getString("member"),
                    row.getString("author"),
                    row.getString("result"),
                    row.getString("note"));
        }
    }

    private final JdbcClient jdbc;

    CheckInLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Item withId(long id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query(Item::of)
                .single();
    }

    Page<Item> page(@Nullable Long account, @Nullable String result, @Nullable Cursor after, int limit) {
        List<Item> rows = jdbc.sql(SELECT + """
                        where (:account::bigint is null or c.account_id = :account)
                          and (:result::text is null or c.result = :result)
                          and (:micros::bigint is null
                               or (c.occurred_at, c.id) < (timestamptz 'epoch' + :micros * interval '1 microsecond', :id))
                        order by c.occurred_at desc, c.id desc
                        limit :limit
                        """)
                .param("account", account)
                .param("result", result)
                .param("micros", after == null ? null : after.number(0))
                .param("id", after == null ? 0 : after.number(1))
                .param("limit", limit + 1)
                .query(Item::of)
                .list();
        return Page.of(rows, limit, row -> Cursor.after(row.time, row.id));
    }
}
