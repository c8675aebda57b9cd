package ews.dashboard.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks, the first due first. */
@Repository
class TaskList {

    static final List<String> STATUSES = List.of("open", "done", "skipped");

    private static final String SELECT = """
            select t.id, a.key as account, a.name as account_name, t.title, t.detail, t.status, t.due_on,
                   m.email as assignee, t.created_at, t.ended_at, t.ended_by, t.note,
                   t.run_id, p.key as play, r.status as run_status, r.alert_id
            from task t
            join account a on a.id = t.account_id
            left join member m on m.id = t.assignee_id
            left join run r on r.account_id = t.account_id and r.id = t.run_id
            left join play p on p.id = r.play_id
            """;

    /** The run that made a task. */
    record Run(
            long id, String play, String status, @Nullable Long alert) {}

    /**
     * One task.
     *
     * @param assignee the e-mail address of the member who has it
     * @param run {@code null} where somebody made the task by hand
     */
    record Item(
            long id,
            String account,
            String accountName,
            String title,
            String detail,
            String status,
            LocalDate dueOn,
            @Nullable String assignee,
            @Nullable Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String note,
            @Nullable Run run) {

        static Item of(ResultSet row, int number) throws SQLException {
            Long run = row.getObject("run_id", Long.class);
            return new Item(
                    row.getLong("id"),
                    row.getString("account"),
                    row.getString("account_name"),
                    row.getString("title"),
                    row.getString("detail"),
                    row.getString("status"),
                    row.getObject("due_on", LocalDate.class),
                    row.getString("assignee"),
                    AlertView.instant(row, "created_at"),
                    AlertView.instant(row, "ended_at"),
                    row.getString("ended_by"),
                    row.getString("note"),
                    run == null
                            ? null
                            : new Run(
                                    run,
                                    row.getString("play"),
                                    row.getString("run_status"),
                                    row.getObject("alert_id", Long.class)));
        }
    }

    private final JdbcClient jdbc;

    TaskList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Item> withId(long id) {
        return jdbc.sql(SELECT + "where t.id = :id")
                .param("id", id)
                .query(Item::of)
                .optional();
    }

    Page<Item> page(
            @Nullable String status,
            @Nullable String assignee,
            @Nullable Long account,
            @Nullable Long run,
            @Nullable Cursor after,
            int limit) {
        List<Item> rows = jdbc.sql(SELECT + """
                        where (:status::text is null or t.status = :status)
                          and (:assignee::text is null or lower(m.email) = lower(:assignee))
                          and (:account::bigint is null or t.account_id = :account)
                          and (:run::bigint is null or t.run_id = :run)
                          and (:due::date is null or (t.due_on, t.id) > (:due, :id))
                        order by t.due_on, t.id
                        limit :limit
                        """)
                .param("status", status)
                .param("assignee", assignee)
                .param("account", account)
                .param("run", run)
                .param("due", after == null ? null : after.day(0))
                .param("id", after == null ? 0 : after.number(1))
                .param("limit", limit + 1)
                .query(Item::of)
                .list();
        return Page.of(rows, limit, row -> Cursor.after(row.dueOn, row.id));
    }
}
