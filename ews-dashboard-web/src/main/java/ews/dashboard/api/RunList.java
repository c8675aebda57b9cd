package ews.dashboard.api;

import ews.plays.run.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs, the latest first. */
@Repository
class RunList {

    /** The names of the {@linkplain RunState states}. */
    static final List<String> STATES = List.of("running", "finished", "cancelled");

    private static final String SELECT = """
            select r.id, a.key as account, a.name as account_name, p.key as play, r.play_name, r.play_version, r.status,
                   r.reason, r.alert_id, m.email as owner, r.started_at, r.started_by, r.ended_at, r.outcome, r.outcome_note,
                   (select count(*) from task t where t.account_id = r.account_id and t.run_id = r.id) as tasks,
                   (select count(*) from task t
                    where t.account_id = r.account_id and t.run_id = r.id and t.status = 'open') as open_tasks
            from run r
            join account a on a.id = r.account_id
            join play p on p.id = r.play_id
            left join member m on m.id = r.owner_id
            """;

    /**
     * One run.
     *
     * @param play the key of the play, whose name and version are those of the start
     * @param reason why it was started
     * @param owner the e-mail address of the account's CSM
     * @param outcome {@code null} unless it is finished
     * @param note what was told of the outcome, or why it was cancelled
     */
    record Item(
            long id,
            String account,
            String accountName,
            String play,
            String playName,
            int playVersion,
            String state,
            String reason,
            @Nullable Long alert,
            @Nullable String owner,
            @Nullable Instant startedAt,
            String startedBy,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable String note,
            int tasks,
            int openTasks) {

        static Item of(ResultSet row, int number) throws SQLException {
            return new Item(
                    row.getLong("id"),
                    row.getString("account"),
                    row.getString("account_name"),
                    row.getString("play"),
                    row.getString("play_name"),
                    row.getInt("play_version"),
                    row.getString("status"),
                    row.getString("reason"),
                    row.getObject("alert_id", Long.class),
                    row.getString("owner"),
                    AlertView.instant(row, "started_at"),
                    row.getString("started_by"),
                    AlertView.instant(row, "ended_at"),
                    row.getString("outcome"),
                    row.getString("outcome_note"),
                    row.getInt("tasks"),
                    row.getInt("open_tasks"));
        }
    }

    private final JdbcClient jdbc;

    RunList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Item> withId(long id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(Item::of)
                .optional();
    }

    Page<Item> page(
            @Nullable String state, @Nullable String play, @Nullable Long account, @Nullable Cursor after, int limit) {
        List<Item> rows = jdbc.sql(SELECT + """
                        where (:state::text is null or r.status = :state)
                          and (:play::text is null or p.key = :play)
                          and (:account::bigint is null or r.account_id = :account)
                          and (:after::bigint is null or r.id < :after)
                        order by r.id desc
                        limit :limit
                        """)
                .param("state", state)
                .param("play", play)
                .param("account", account)
                .param("after", after == null ? null : after.number(0))
                .param("limit", limit + 1)
                .query(Item::of)
                .list();
        return Page.of(rows, limit, row -> Cursor.after(row.id));
    }
}
