package ews.plays.getwell;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.metric.Measurement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads plans with their objectives, by day, and their steps, by day. */
@Repository
class PlanRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlanRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<GetWellPlan> withId(PlanId id) {
        return jdbc.sql("select * from get_well_plan where id = :id")
                .param("id", id.value())
                .query(this::plan)
                .optional();
    }

    Optional<GetWellPlan> underWay(AccountId account) {
        return jdbc.sql("select * from get_well_plan where account_id = :account and status in ('draft', 'agreed')")
                .param("account", account.value())
                .query(this::plan)
                .optional();
    }

    List<GetWellPlan> ofAccount(AccountId account) {
        return jdbc.sql("select * from get_well_plan where account_id = :account order by id desc")
                .param("account", account.value())
                .query(this::plan)
                .list();
    }

    private GetWellPlan plan(ResultSet row, int number) throws SQLException {
        var id = new PlanId(row.getLong("id"));
        var account = new AccountId(row.getLong("account_id"));
        return new GetWellPlan(
                id,
                account,
                PlanStatus.of(row.getString("status")),
                row.getString("root_cause"),
                row.getString("author"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "agreed_at"),
                instant(row, "ended_at"),
                row.getString("ended_by"),
                row.getString("end_reason"),
                objectives(account, id),
                steps(account, id));
    }

    private List<Objective> objectives(AccountId account, PlanId plan) {
        return jdbc.sql("""
                        select * from get_well_objective where account_id = :account and plan_id = :plan
                        order by due_on, id
                        """)
                .param("account", account.value())
                .param("plan", plan.value())
                .query((row, _) -> new Objective(
                        row.getLong("id"),
                        row.getString("title"),
                        json.readValue(row.getString("measurement"), Measurement.class),
                        row.getBoolean("at_least"),
                        row.getDouble("target"),
                        row.getObject("start_value", Double.class),
                        row.getObject("started_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private List<PlanStep> steps(AccountId account, PlanId plan) {
        return jdbc.sql("""
                        select s.*, m.name member_name from get_well_step s left join member m on m.id = s.member_id
                        where s.account_id = :account and s.plan_id = :plan order by s.due_on, s.id
                        """)
                .param("account", account.value())
                .param("plan", plan.value())
                .query((row, _) -> new PlanStep(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getLong("member_id") == 0 ? null : new MemberId(row.getLong("member_id")),
                        row.getString("member_name"),
                        row.getString("contact"),
                        row.getObject("due_on", LocalDate.class),
                        instant(row, "done_at"),
                        row.getString("done_by")))
                .list();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
