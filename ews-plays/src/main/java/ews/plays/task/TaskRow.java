package ews.plays.task;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.plays.play.AssigneeRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** How a task is read from the database. */
final class TaskRow {

    static final String SELECT = """
            select t.*, a.key account_key, a.name account_name, r.play_name,
                   m.name assignee_name, coalesce(m.active, false) assignee_active
            from task t
            join account a on a.id = t.account_id
            left join run r on r.account_id = t.account_id and r.id = t.run_id
            left join member m on m.id = t.assignee_id
            """;

    private TaskRow() {}

    static Task task(ResultSet row, int number) throws SQLException {
        long run = row.getLong("run_id");
        long assignee = row.getLong("assignee_id");
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Task(
                new TaskId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getString("account_key"),
                row.getString("account_name"),
                run == 0 ? null : new RunId(run),
                row.getString("play_name"),
                row.getString("title"),
                row.getString("detail"),
                AssigneeRole.of(row.getString("role")),
                assignee == 0 ? null : new MemberId(assignee),
                row.getString("assignee_name"),
                row.getBoolean("assignee_active"),
                TaskStatus.of(row.getString("status")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"),
                row.getString("note"));
    }
}
