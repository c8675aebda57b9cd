package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Definition;
import ews.plays.play.NumberedStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** How far running runs have come, and which steps they have taken. */
@Repository
class Positions {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    Positions(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    /** The runs that wait, with whichever wait. */
    List<RunId> waiting() {
        return jdbc.sql("select id from run where status = 'running' and waits_until is not null order by id")
                .query((row, _) -> new RunId(row.getLong("id")))
                .list();
    }

    /** Those of these runs that are running; nobody else moves them until this transaction is over. */
    List<Position> hold(Collection<RunId> runs) {
        return jdbc.sql("""
                        select account_id, id, play_name, started_at, next_step, counted_from, waits_until, definition
                        from run where id in (:runs) and status = 'running'
                        order by id for no key update
                        """)
                .param("runs", runs.stream().map(RunId::value).toList())
                .query(this::position)
                .list();
    }

    void save(Position position) {
        jdbc.sql("""
                        update run set next_step = :next, counted_from = :counted, waits_until = :until
                        where account_id = :account and id = :run
                        """)
                .param("next", position.next())
                .param("counted", position.countedFrom())
                .param("until", position.waitsUntil())
                .param("account", position.account().value())
                .param("run", position.run().value())
                .update();
    }

    /** Notes that the next step is taken, and what came of it. The database refuses to note one twice. */
    void taken(Position position, String result) {
        jdbc.sql("""
                        insert into run_step (account_id, run_id, step, taken_at, result)
                        values (:account, :run, :step, :now, :result)
                        """)
                .param("account", position.account().value())
                .param("run", position.run().value())
                .param("step", position.next())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("result", result)
                .update();
    }

    /** The steps that a run has taken so far, in that order. */
    List<TakenStep> taken(Run run) {
        List<NumberedStep> steps = run.definition().numbered();
        return jdbc.sql("""
                        select step, taken_at, result from run_step
                        where account_id = :account and run_id = :run order by taken_at, step
                        """)
                .param("account", run.account().value())
                .param("run", run.id().value())
                .query((row, _) -> new TakenStep(
                        row.getInt("step"),
                        steps.get(row.getInt("step") - 1).step(),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getString("result")))
                .list();
    }

    private Position position(ResultSet row, int number) throws SQLException {
        return new Position(
                new AccountId(row.getLong("account_id")),
                new RunId(row.getLong("id")),
                row.getString("play_name"),
                days.dayOf(row.getObject("started_at", OffsetDateTime.class).toInstant()),
                row.getInt("next_step"),
                row.getObject("counted_from", LocalDate.class),
                row.getObject("waits_until", LocalDate.class),
                json.readValue(row.getString("definition"), Definition.class).numbered());
    }
}
