package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.plays.play.Step;
import ews.plays.task.TaskId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The runs as people look at them. */
@Repository
public class RunLists {

    private static final String AWAITING = """
            where r.status = 'running' and r.waits_until is null and r.watched_until is null and not exists (
              select from task t where t.account_id = r.account_id and t.run_id = r.id and t.status = 'open')
            """;

    private final JdbcClient jdbc;
    private final RunRow row;

    RunLists(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.row = new RunRow(json);
    }

    public Optional<Run> withId(RunId id) {
        return jdbc.sql(RunRow.SELECT + "where r.id = :id")
                .param("id", id.value())
                .query(row)
                .optional();
    }

    /** Which of these runs were started by members at that time or later, each with those of the starter's name. */
    public Map<RunId, Set<MemberId>> startersSince(Instant time, Collection<RunId> runs) {
        var starters = new HashMap<RunId, Set<MemberId>>();
        jdbc.sql("""
                        select r.id, m.id as member_id from run r join member m on m.name = r.started_by
                        where r.id = any(:runs) and r.started_at > :time
                        """)
                .param("runs", runs.stream().map(RunId::value).toArray(Long[]::new))
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query(started -> {
                    starters.computeIfAbsent(new RunId(started.getLong("id")), _ -> new HashSet<>())
                            .add(new MemberId(started.getLong("member_id")));
                });
        return starters;
    }

    /** The last run that an alert started: there is another one only after one was given up. */
    public Optional<Run> ofAlert(AccountId account, AlertId alert) {
        return jdbc.sql(RunRow.SELECT
                        + "where r.account_id = :account and r.alert_id = :alert order by r.id desc limit 1")
                .param("account", account.value())
                .param("alert", alert.value())
                .query(row)
                .optional();
    }

    /** The latest run of a play on an account that no alert started. */
    Optional<Run> byHand(AccountId account, String play) {
        return jdbc.sql(RunRow.SELECT + """
                        where r.account_id = :account and p.key = :play and r.alert_id is null
                        order by r.id desc limit 1
                        """)
                .param("account", account.value())
                .param("play", play)
                .query(row)
                .optional();
    }

    /** The step of a run that made a task, as the run knows it; empty where a person added the task. */
    public Optional<Step> stepBehind(TaskId task) {
        return jdbc.sql("select run_id, step from task where id = :id and step is not null")
                .param("id", task.value())
                .query((made, _) -> Map.entry(new RunId(made.getLong("run_id")), made.getInt("step")))
                .optional()
                .flatMap(made -> withId(made.getKey())
                        .map(run -> run.definition()
                                .numbered()
                                .get(made.getValue() - 1)
                                .step()));
    }

    /** The runs of an account: those that are running, then the others, the latest first. */
    public List<Run> ofAccount(AccountId account) {
        return jdbc.sql(RunRow.SELECT + """
                        where r.account_id = :account
                        order by r.status = 'running' desc, r.started_at desc, r.id desc
                        """)
                .param("account", account.value())
                .query(row)
                .list();
    }

    /** The latest runs of a play, by the play's key. */
    public List<Run> ofPlay(String play, int limit) {
        return jdbc.sql(RunRow.SELECT + "where p.key = :play order by r.started_at desc, r.id desc limit :limit")
                .param("play", play)
                .param("limit", limit)
                .query(row)
                .list();
    }

    /** All runs whose work is done and that wait for somebody to tell the outcome, the oldest first. */
    public List<Run> awaitingOutcome() {
        return jdbc.sql(RunRow.SELECT + AWAITING + "order by r.started_at, r.id")
                .query(row)
                .list();
    }

    /** Those of them that a member owns. */
    public List<Run> awaitingOutcomeOf(MemberId owner) {
        return jdbc.sql(RunRow.SELECT + AWAITING + "and r.owner_id = :owner order by r.started_at, r.id")
                .param("owner", owner.value())
                .query(row)
                .list();
    }
}
