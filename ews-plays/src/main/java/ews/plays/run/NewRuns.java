package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.play.RunId;
import ews.domain.play.RunStarted;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import ews.plays.play.Assignee;
import ews.plays.play.Play;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where runs come from. */
@Repository
class NewRuns {

    /** How soon after a proven end the same play starting again is a relapse. */
    private static final Duration RELAPSE = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;
    private final Assignees assignees;
    private final RunLists lists;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    NewRuns(
            JdbcClient jdbc,
            JsonMapper json,
            OrganisationDays days,
            Assignees assignees,
            RunLists lists,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
        this.assignees = assignees;
        this.lists = lists;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Makes a run of the play as it is now, lets it take its first steps, and publishes {@link RunStarted}. Empty where
     * there is one already: for this alert, unless a person starts another after the first was given up; or, without an
     * alert, of this play on the account.
     */
    Optional<Run> start(AccountId account, Play play, @Nullable AlertId alert, String reason, Actor actor) {
        return insert(account, play, alert, Written.required("reason", reason, Written.TEXT), actor)
                .map(id -> {
                    events.publishEvent(new RunInserted(id));
                    Run run = lists.withId(id).orElseThrow();
                    audit.record(
                            actor,
                            "run.started",
                            "run %s \"%s\" of %s".formatted(id, run.playName(), run.accountName()),
                            Map.of("version", run.playVersion(), "reason", run.reason(), "tasks", run.tasks()));
                    events.publishEvent(new RunStarted(id, account, alert, play.key()));
                    return run;
                });
    }

    private Optional<RunId> insert(AccountId account, Play play, @Nullable AlertId alert, String reason, Actor actor) {
        return jdbc.sql("""
                        insert into run (account_id, play_id, play_name, play_version, definition, alert_id, reason,
                                         status, owner_id, started_at, started_by, counted_from, watched_until, relapse_of)
                        select :account, id, :name, :version, :definition::jsonb, :alert, :reason,
                               'running', :owner, :now, :actor, :today, :watched,
                               (select r.id from run r where r.account_id = :account and r.play_id = play.id
                                and r.proven_at >= :lately order by r.proven_at desc limit 1)
                        from play where key = :play
                          and (:person or not exists (select from run where account_id = :account and alert_id = :alert))
                        on conflict do nothing
                        returning id
                        """)
                .param("account", account.value())
                .param("play", play.key())
                .param("person", actor.member() != null)
                .param("name", play.name())
                .param("version", play.version())
                .param("definition", json.writeValueAsString(play.definition()))
                .param("alert", alert == null ? null : alert.value())
                .param("reason", reason)
                .param(
                        "owner",
                        assignees
                                .of(account, Assignee.CSM)
                                .map(it -> it.value())
                                .orElse(null))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("today", days.today())
                .param("watched", play.definition().watchedUntil(days.today()))
                .param("lately", days.now().minus(RELAPSE).atOffset(ZoneOffset.UTC))
                .param("actor", actor.name())
                .query((row, _) -> new RunId(row.getLong("id")))
                .optional();
    }
}
