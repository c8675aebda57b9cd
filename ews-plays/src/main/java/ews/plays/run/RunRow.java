package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.member.MemberId;
import ews.domain.play.Outcome;
import ews.domain.play.RunId;
import ews.plays.play.Definition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** How a run is read from the database. */
record RunRow(JsonMapper json) implements RowMapper<Run> {

    static final String SELECT = """
            select r.*, a.key account_key, a.name account_name, p.key play_key, m.name owner_name,
                   work.open_tasks, work.tasks
            from run r
            join account a on a.id = r.account_id
            join play p on p.id = r.play_id
            left join member m on m.id = r.owner_id
            cross join lateral (
              select count(*) filter (where t.status = 'open') open_tasks, count(*) tasks
              from task t where t.account_id = r.account_id and t.run_id = r.id) work
            """;

    @Override
    public Run mapRow(ResultSet row, int number) throws SQLException {
        long alert = row.getLong("alert_id");
        long owner = row.getLong("owner_id");
        long relapse = row.getLong("relapse_of");
        return new Run(
                new RunId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getString("account_key"),
                row.getString("account_name"),
                row.getString("play_key"),
                row.getString("play_name"),
                row.getInt("play_version"),
                json.readValue(row.getString("definition"), Definition.class),
                row.getInt("next_step"),
                row.getObject("waits_until", LocalDate.class),
                row.getObject("watched_until", LocalDate.class),
                instant(row, "proven_at"),
                relapse == 0 ? null : new RunId(relapse),
                alert == 0 ? null : new AlertId(alert),
                instant(row, "alert_resolved_at"),
                row.getString("reason"),
                state(row),
                owner == 0 ? null : new MemberId(owner),
                row.getString("owner_name"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("started_by"),
                row.getInt("open_tasks"),
                row.getInt("tasks"));
    }

    private static RunState state(ResultSet row) throws SQLException {
        Instant ended = instant(row, "ended_at");
        if (ended == null) {
            return new RunState.Running();
        }
        String outcome = row.getString("outcome");
        String note = row.getString("outcome_note");
        return outcome == null
                ? new RunState.Cancelled(ended, note)
                : new RunState.Finished(ended, Outcome.of(outcome), note);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
