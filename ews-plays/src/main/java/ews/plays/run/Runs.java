package ews.plays.run;

import ews.domain.TransitionRefused;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.play.RunStarted;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Play;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Starts runs. How they end is in {@link RunEndings}, lists are in {@link RunLists}. */
@Repository
public class Runs {

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final Accounts accounts;
    private final NewRuns newRuns;
    private final RunLists lists;
    private final Positions positions;

    Runs(
            JdbcClient jdbc,
            OrganisationDays days,
            Accounts accounts,
            NewRuns newRuns,
            RunLists lists,
            Positions positions) {
        this.jdbc = jdbc;
        this.days = days;
        this.accounts = accounts;
        this.newRuns = newRuns;
        this.lists = lists;
        this.positions = positions;
    }

    /**
     * Starts a play on an account, with the play as it is now, and publishes {@link RunStarted}. An alert has one run:
     * starting for it again, whichever play, answers the run that there is. Only a person starts another one, after the
     * first was given up. Starting a play without an alert on an account where it runs without an alert already answers
     * that run. So does an alert whose play runs on the account already because of another one: two alerts about the same
     * trouble need one play.
     *
     * @param alert because of which it starts; {@code null} if without one
     * @param reason why, in one sentence
     * @throws TransitionRefused if the play is switched off, or the account archived
     * @throws NoSuchElementException if there is no such account or play
     */
    @Transactional
    public Run start(AccountId account, Play play, @Nullable AlertId alert, String reason, Actor actor) {
        Account known = accounts.withId(account)
                .orElseThrow(() -> new NoSuchElementException("There is no account " + account));
        if (known.isArchived()) {
            throw new TransitionRefused("%s is archived: bring it back first.".formatted(known.name()));
        }
        if (!play.enabled()) {
            throw new TransitionRefused("The play \"%s\" is switched off.".formatted(play.name()));
        }
        if (alert != null && actor.member() == null) {
            Optional<Run> other = runningForAnother(account, play, alert);
            if (other.isPresent()) {
                return other.get();
            }
        }
        return newRuns.start(account, play, alert, reason, actor).orElseGet(() -> existing(account, play, alert));
    }

    /** The steps that a run has taken so far, in that order. */
    public List<TakenStep> taken(Run run) {
        return positions.taken(run);
    }

    /** Notes that the alert behind a running run went away by itself. Tasks stay: a person decides what to do. */
    @Transactional
    public void alertResolved(AccountId account, AlertId alert) {
        jdbc.sql("""
                        update run set alert_resolved_at = :now
                        where account_id = :account and alert_id = :alert and status = 'running'
                          and alert_resolved_at is null
                        """)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("account", account.value())
                .param("alert", alert.value())
                .update();
    }

    /** One alert of an account after the other, since those of one moment would not see each other's run. */
    private Optional<Run> runningForAnother(AccountId account, Play play, AlertId alert) {
        jdbc.sql("select id from account where id = :account for no key update")
                .param("account", account.value())
                .query(Long.class)
                .single();
        return lists.ofAccount(account).stream()
                .filter(it -> it.isRunning()
                        && it.playKey().equals(play.key())
                        && it.alert() != null
                        && !it.alert().equals(alert))
                .findFirst();
    }

    private Run existing(AccountId account, Play play, @Nullable AlertId alert) {
        Optional<Run> run = alert == null ? lists.byHand(account, play.key()) : lists.ofAlert(account, alert);
        return run.orElseThrow(() -> new NoSuchElementException("There is no play " + play.key()));
    }
}
