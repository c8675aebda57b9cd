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
import java.util.function.Function;
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

    /**
     * A step that was taken.
     *
     * @param position before it
     * @param result what came of it, in a sentence
     */
    record Taken(Position position, String result) {}

    void save(List<Position> moved) {
        if (moved.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update run set next_step = n.next_step, counted_from = n.counted_from, waits_until = n.waits_until
                        from unnest(:accounts::bigint[], :runs::bigint[], :next::int[], :counted::date[], :until::date[])
                             n (account_id, id, next_step, counted_from, waits_until)
                        where run.account_id = n.account_id and run.id = n.id
                        """)
                .param("accounts", longs(moved, it -> it.account().value()))
                .param("runs", longs(moved, it -> it.run().value()))
                .param("next", moved.stream().map(Position::next).toArray(Integer[]::new))
                .param(
                        "counted",
                        moved.stream().map(it -> it.countedFrom().toString()).toArray(String[]::new))
                .param(
                        "until",
                        moved.stream()
                                .map(it -> it.waitsUntil() == null
                                        ? null
                                        : it.waitsUntil().toString())
                                .toArray(String[]::new))
                .update();
    }

    /** Notes the steps that are taken. The database refuses to note one twice. */
    void note(List<Taken> taken) {
        if (taken.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into run_step (account_id, run_id, step, taken_at, result)
                        select n.account_id, n.run_id, n.step, :now, n.result
                        from unnest(:accounts::bigint[], :runs::bigint[], :steps::int[], :results::text[])
                             n (account_id, run_id, step, result)
                        """)
                .param("accounts", longs(taken, it -> it.position.account().value()))
                .param("runs", longs(taken, it -> it.position.run().value()))
                .param("steps", taken.stream().map(it -> it.position.next()).toArray(Integer[]::new))
                .param("results", taken.stream().map(Taken::result).toArray(String[]::new))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static <T> Long[] longs(List<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
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
