package ews.dashboard.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Get-well plans, the latest first. */
@Repository
class PlanList {

    private static final String SELECT = """
            select p.id, a.key as account, a.name as account_name, p.status, p.root_cause, p.author, p.created_at,
                   p.agreed_at, p.ended_at, p.ended_by, p.end_reason,
                   (select count(*) from get_well_step s
                    where s.account_id = p.account_id and s.plan_id = p.id) as steps,
                   (select count(*) from get_well_step s
                    where s.account_id = p.account_id and s.plan_id = p.id and s.done_at is not null) as steps_done
            from get_well_plan p join account a on a.id = p.account_id
            """;

    /**
     * One plan.
     *
     * @param endReason why it was given up
     */
    record Item(
            long id,
            String account,
            String accountName,
            String status,
            String rootCause,
            String author,
            Instant createdAt,
            @Nullable Instant agreedAt,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String endReason,
            int steps,
            int stepsDone) {

        static Item of(ResultSet row, int number) throws SQLException {
            return new Item(
                    row.getLong("id"),
                    row.getString("account"),
                    row.getString("account_name"),
                    row.getString("status"),
                    row.getString("root_cause"),
                    row.getString("author"),
                    Objects.requireNonNull(AlertView.instant(row, "created_at")),
                    AlertView.instant(row, "agreed_at"),
                    AlertView.instant(row, "ended_at"),
                    row.getString("ended_by"),
                    row.getString("end_reason"),
                    row.getInt("steps"),
                    row.getInt("steps_done"));
        }
    }

    private final JdbcClient jdbc;

    PlanList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Item> withId(long id) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(Item::of)
                .optional();
    }

    Page<Item> page(@Nullable Long account, @Nullable String status, @Nullable Cursor after, int limit) {
        List<Item> rows = jdbc.sql(SELECT + """
                        where (:account::bigint is null or p.account_id = :account)
                          and (:status::text is null or p.status = :status)
                          and (:after::bigint is null or p.id < :after)
                        order by p.id desc
                        limit :limit
                        """)
                .param("account", account)
                .param("status", status)
                .param("after", after == null ? null : after.number(0))
                .param("limit", limit + 1)
                .query(Item::of)
                .list();
        return Page.of(rows, limit, row -> Cursor.after(row.id));
    }
}
