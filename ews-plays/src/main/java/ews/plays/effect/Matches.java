package ews.plays.effect;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Definition;
import ews.plays.play.Goal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Which account is compared with that of a run. {@link MatchSearch} says how it is chosen. */
@Repository
class Matches {

    /** How many are looked for a day; the others wait until the next one. */
    private static final int PORTION = 500;

    /** No run of the play from as long before until as long after, to the day, and not taken already. */
    private static final String WITHOUT_THE_PLAY = """
            and not exists (select from run r where r.account_id = c.account_id and r.play_id = :play
                            and r.started_at >= c.from_on - :within and r.started_at < c.from_on + :within + 1)
            and not exists (select from run_match m join run r on r.account_id = m.account_id and r.id = m.run_id
                            where m.like_account_id = c.account_id and r.play_id = :play)
            """;

    /** Whether it got another play in the time in which the goal may be reached; who got none is the better comparison. */
    private static final String GOT_ANOTHER = """
            exists (select from run r where r.account_id = c.account_id and r.status <> 'cancelled'
                    and r.started_at >= c.from_on and r.started_at < c.from_on + :within + 1)
            """;

    private static final String BY_ALERT = """
            select c.account_id, c.from_on
            from (select like_it.account_id, like_it.raised_on, like_it.ended_at,
                         like_it.raised_on + greatest(0, :start - own.raised_on) from_on,
                         abs(like_it.raised_on - own.raised_on) apart, abs(theirs.score - ours.score) score_apart
                  from alert own
                  join alert like_it on like_it.rule_id = own.rule_id and like_it.account_id <> own.account_id
                    and like_it.raised_on between own.raised_on - :apart and own.raised_on + :apart
                  join health_score ours on ours.day = own.raised_on and ours.account_id = own.account_id
                  join health_score theirs on theirs.day = like_it.raised_on and theirs.account_id = like_it.account_id
                    and theirs.segment_id = ours.segment_id and theirs.band = ours.band
                  where own.account_id = :account and own.id = :alert) c
            join account a on a.id = c.account_id and a.sample = :sample
            where (c.ended_at is null or (c.ended_at at time zone :zone)::date > c.from_on)
            """ + WITHOUT_THE_PLAY + "order by " + GOT_ANOTHER
            + ", c.apart, c.score_apart nulls last, c.account_id limit 1";

    private static final String BY_HEALTH =
            """
            select c.account_id, c.from_on
            from (select theirs.account_id, :start::date from_on, abs(theirs.score - ours.score) score_apart
                  from health_score ours
                  join health_score theirs on theirs.day = ours.day and theirs.account_id <> ours.account_id
                    and theirs.segment_id = ours.segment_id and theirs.band = ours.band
                    and abs(theirs.score - ours.score) <= :scoreApart
                  left join health_score ours_before
                    on ours_before.day = ours.day - :before and ours_before.account_id = ours.account_id
                  left join health_score theirs_before
                    on theirs_before.day = ours.day - :before and theirs_before.account_id = theirs.account_id
                  where ours.account_id = :account and ours.day = :start
                    and ours_before.band is not distinct from theirs_before.band) c
            join account a on a.id = c.account_id and a.sample = :sample
            where true
            """ + WITHOUT_THE_PLAY + "order by " + GOT_ANOTHER + ", c.score_apart, c.account_id limit 1";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    Matches(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    /**
     * A run for which nobody has been looked for yet, although its time is over, and that of all that may be found.
     *
     * @param play the number of its play
     * @param sample whether its account is of the sample company
     */
    record Unmatched(
            AccountId account,
            RunId id,
            int play,
            @Nullable AlertId alert,
            LocalDate start,
            Goal goal,
            boolean sample) {}

    /** An account that may be compared, and from when its days are counted. */
    record Candidate(AccountId account, LocalDate from) {}

    /** The oldest first. */
    List<Unmatched> unmatched() {
        return jdbc.sql("""
                        select r.*, a.sample from run r join account a on a.id = r.account_id
                        where r.status <> 'cancelled' and r.goal_within is not null
                          and (r.started_at at time zone :zone)::date
                              < :today - r.goal_within - case when r.alert_id is null then 0 else :apart end
                          and not exists (select from run_match m where m.account_id = r.account_id and m.run_id = r.id)
                        order by r.started_at, r.id limit :portion
                        """)
                .param("today", days.today())
                .param("apart", MatchSearch.APART)
                .param("zone", days.zone().getId())
                .param("portion", PORTION)
                .query(this::unmatched)
                .list();
    }

    Optional<Candidate> nearest(Unmatched run) {
        return jdbc.sql(run.alert() == null ? BY_HEALTH : BY_ALERT)
                .param("account", run.account().value())
                .param("alert", run.alert() == null ? null : run.alert().value())
                .param("play", run.play())
                .param("start", run.start())
                .param("within", run.goal().within())
                .param("sample", run.sample())
                .param("apart", MatchSearch.APART)
                .param("before", MatchSearch.BEFORE)
                .param("scoreApart", MatchSearch.SCORE)
                .param("zone", days.zone().getId())
                .query((row, _) -> new Candidate(
                        new AccountId(row.getLong("account_id")), row.getObject("from_on", LocalDate.class)))
                .optional();
    }

    /** @param reachedOn when it reached the goal; {@code null} if it did not in the time */
    void keep(Unmatched run, Candidate match, @Nullable LocalDate reachedOn) {
        insert(run, match.account().value(), match.from(), reachedOn);
    }

    /** So that nobody is looked for again. */
    void keepNone(Unmatched run) {
        insert(run, null, null, null);
    }

    private void insert(
            Unmatched run, @Nullable Long account, @Nullable LocalDate from, @Nullable LocalDate reachedOn) {
        jdbc.sql("""
                        insert into run_match (account_id, run_id, like_account_id, from_on, goal_reached_on)
                        values (:account, :run, :like, :from, :reached) on conflict do nothing
                        """)
                .param("account", run.account().value())
                .param("run", run.id().value())
                .param("like", account)
                .param("from", from)
                .param("reached", reachedOn)
                .update();
    }

    private Unmatched unmatched(ResultSet row, int number) throws SQLException {
        long alert = row.getLong("alert_id");
        return new Unmatched(
                new AccountId(row.getLong("account_id")),
                new RunId(row.getLong("id")),
                row.getInt("play_id"),
                alert == 0 ? null : new AlertId(alert),
                days.dayOf(row.getObject("started_at", OffsetDateTime.class).toInstant()),
                Objects.requireNonNull(json.readValue(row.getString("definition"), Definition.class)
                        .goal()),
                row.getBoolean("sample"));
    }
}
