package ews.sensors.fact;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import ews.sensors.naming.CountsAs;
import ews.sensors.naming.NameRule;
import ews.sensors.source.SourceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads stored events again, so that changed rules of names hold for them, too: makes the facts of the accounts again that have
 * such events. How far it came is kept, so that it goes on after a restart.
 */
@Component
public class NameReplays {

    /** Of one change: those that count now as what they counted before. */
    private static final String CONCERNED = """
            select e.account_id, min(e.occurred_at) as first from event e
            left join feature f on f.id = e.feature_id
            where e.source_id = :source and e.account_id > :after and e.type in ('usage', 'outcome')
              and exists (select from name_change c where c.source_id = e.source_id and (
                    c.counted_as <> :ignored
                      and (f.name = c.feature_before
                           or c.feature_before is null and (f.name = c.pattern
                             or right(c.pattern, 1) = :any and starts_with(f.name, left(c.pattern, -1))))
                 or c.counted_as = :ignored and e.type = 'usage' and e.feature_id is null
                 or c.counted_as = :outcome and e.type = 'outcome'))
            group by e.account_id order by e.account_id
            """;

    private final JdbcClient jdbc;
    private final Alone alone;
    private final FactsAgain factsAgain;
    private final OrganisationDays days;
    private final AuditLog audit;

    NameReplays(JdbcClient jdbc, Alone alone, FactsAgain factsAgain, OrganisationDays days, AuditLog audit) {
        this.jdbc = jdbc;
        this.alone = alone;
        this.factsAgain = factsAgain;
        this.days = days;
        this.audit = audit;
    }

    /**
     * The last one of a source.
     *
     * @param accounts that are concerned
     * @param done of these
     */
    public record Replay(int accounts, int done, String author, boolean isRunning) {}

    public Optional<Replay> of(SourceId source) {
        return jdbc.sql("select * from name_replay where source_id = :source")
                .param("source", source.value())
                .query((row, _) -> new Replay(
                        row.getInt("accounts"),
                        row.getInt("done"),
                        row.getString("author"),
                        row.getObject("finished_at") == null))
                .optional();
    }

    /** How many accounts have stored events that a change concerns. */
    public int concerned(SourceId source) {
        return concerned(source, 0).size();
    }

    /** Begins with all changes up to now. One that is under way begins again. */
    @Transactional
    public void begin(SourceId source, Actor actor) {
        jdbc.sql("""
                        insert into name_replay (source_id, accounts, done, last_account, author, started_at)
                        values (:source, 0, 0, 0, :author, :now)
                        on conflict (source_id) do update set accounts = 0, done = 0, last_account = 0,
                               author = excluded.author, started_at = excluded.started_at, finished_at = null
                        """)
                .param("source", source.value())
                .param("author", actor.name())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(actor, "event_names.replayed", "source:" + source.value(), Map.of());
    }

    /** Until nothing is left to do. To be called by one instance at a time. */
    public void work() {
        for (Optional<Running> next = running(); next.isPresent(); next = running()) {
            work(next.get());
        }
    }

    private record Running(SourceId source, long lastAccount, int done, Instant started) {}

    private record Concerned(long account, Instant first) {}

    private Optional<Running> running() {
        return jdbc.sql("select * from name_replay where finished_at is null order by started_at limit 1")
                .query((row, _) -> new Running(
                        new SourceId(row.getInt("source_id")),
                        row.getLong("last_account"),
                        row.getInt("done"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private List<Concerned> concerned(SourceId source, long after) {
        return jdbc.sql(CONCERNED)
                .param("source", source.value())
                .param("after", after)
                .param("any", NameRule.ANY)
                .param("ignored", CountsAs.IGNORED.code())
                .param("outcome", CountsAs.OUTCOME.code())
                .query((row, _) -> new Concerned(
                        row.getLong("account_id"),
                        row.getObject("first", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void work(Running running) {
        List<Concerned> left = concerned(running.source, running.lastAccount);
        int done = running.done;
        int all = done + left.size();
        for (Concerned it : left) {
            alone.doing(rows -> factsAgain.make(rows, it.account, days.dayOf(it.first)));
            done++;
            if (!save(running, all, done, it.account)) {
                return;
            }
        }
        finish(running, all);
    }

    /** @return whether it is still the one that was begun */
    private boolean save(Running running, int all, int done, long account) {
        return jdbc.sql("""
                        update name_replay set accounts = :all, done = :done, last_account = :account
                        where source_id = :source and started_at = :started and finished_at is null
                        """)
                        .param("all", all)
                        .param("done", done)
                        .param("account", account)
                        .param("source", running.source.value())
                        .param("started", running.started.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What changed meanwhile waits for the next one. */
    private void finish(Running running, int all) {
        jdbc.sql("""
                        with done as (
                          update name_replay set accounts = :all, done = :all, finished_at = :now
                          where source_id = :source and started_at = :started returning source_id)
                        delete from name_change c using done where c.source_id = done.source_id and c.changed_at <= :started
                        """)
                .param("all", all)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("source", running.source.value())
                .param("started", running.started.atOffset(ZoneOffset.UTC))
                .update();
    }
}
