package ews.plays.entry;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Play;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.run.Runs;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Lets accounts into plays by themselves: each gets a run, is held out, or is turned away, which the audit log says. */
@Repository
public class Entrances {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;
    private final Accounts accounts;
    private final Admission admission;
    private final Runs runs;
    private final RunLists runLists;
    private final AuditLog audit;

    Entrances(
            JdbcClient jdbc,
            JsonMapper json,
            OrganisationDays days,
            Accounts accounts,
            Admission admission,
            Runs runs,
            RunLists runLists,
            AuditLog audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
        this.accounts = accounts;
        this.admission = admission;
        this.runs = runs;
        this.runLists = runLists;
        this.audit = audit;
    }

    /**
     * Starts the play on the account, unless its entry says otherwise.
     *
     * @param alert because of which; {@code null} if because of something else
     * @param reason why, in one sentence
     */
    @Transactional
    public void enter(AccountId account, Play play, @Nullable AlertId alert, String reason) {
        // An account that is gone, such as one of the sample company, took its alerts along.
        if (accounts.withId(account).isEmpty()) {
            return;
        }
        hold(account);
        Optional<String> refusal = admission.refusal(account, play);
        if (refusal.isPresent()) {
            turnedAway(account, play.key(), alert, reason, refusal.get());
        } else if (HoldOut.holds(account, play)) {
            holdOut(account, play, alert, reason);
        } else {
            Run run = runs.start(account, play, alert, reason, Actor.SYSTEM);
            if (alert != null && !alert.equals(run.alert())) {
                turnedAway(
                        account,
                        play.key(),
                        alert,
                        reason,
                        "the play runs already because of alert %s".formatted(run.alert()));
            }
        }
    }

    /**
     * Starts the play on the account because a person wants it, or another system, which has no reason of the play's entry
     * to be there, but is let in by the rest of it: its segments, its conditions, and how often.
     *
     * @param reason why, in one sentence
     * @throws TransitionRefused if the play runs there already, is switched off, or does not let the account in
     * @throws NoSuchElementException if there is no such account
     */
    @Transactional
    public Run start(AccountId account, Play play, String reason, Actor actor) {
        hold(account);
        Optional<String> refusal = running(account, play);
        if (refusal.isEmpty() && actor.member() == null) {
            refusal = admission.refusal(account, play);
        }
        refusal.ifPresent(why -> {
            throw new TransitionRefused("Not started: %s.".formatted(why));
        });
        return runs.start(account, play, null, reason, actor);
    }

    private Optional<String> running(AccountId account, Play play) {
        return runLists.ofAccount(account).stream()
                .filter(it -> it.isRunning() && it.playKey().equals(play.key()))
                .findFirst()
                .map(it -> "the play runs there already, as run %s".formatted(it.id()));
    }

    /** Notes why a play, which there may not be, did not start. */
    public void turnedAway(AccountId account, String play, @Nullable AlertId alert, String reason, String cause) {
        audit.record(
                Actor.SYSTEM,
                "run.not_started",
                alert == null ? "account %s".formatted(account) : "alert %s of account %s".formatted(alert, account),
                Map.of("play", play, "cause", cause, "reason", reason));
    }

    /** One entrance of an account after the other, since those of one moment would not see each other's run. */
    private void hold(AccountId account) {
        jdbc.sql("select id from account where id = :account for no key update")
                .param("account", account.value())
                .query(Long.class)
                .list();
    }

    private void holdOut(AccountId account, Play play, @Nullable AlertId alert, String reason) {
        jdbc.sql("""
                        insert into held_out (account_id, play_id, play_version, definition, alert_id, reason, held_out_at,
                                              watched_until)
                        select :account, id, :version, :definition::jsonb, :alert, :reason, :now, :watched from play where key = :play
                        on conflict do nothing
                        """)
                .param("account", account.value())
                .param("play", play.key())
                .param("version", play.version())
                .param("definition", json.writeValueAsString(play.definition()))
                .param("alert", alert == null ? null : alert.value())
                .param("reason", reason)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("watched", play.definition().watchedUntil(days.today()))
                .update();
        turnedAway(
                account, play.key(), alert, reason, "the account is held out, to compare with those that get the play");
    }
}
