package ews.plays.effect;

import ews.domain.account.AccountId;
import ews.plays.play.Play;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what happened before a test: runs, hold-outs, alerts and health, each on its day. */
record Past(JdbcClient jdbc, JsonMapper json, LocalDate today) {

    /** A run that began so many days ago and reached its goal after so many; {@code null}: it has not. */
    long run(AccountId account, Play play, int daysAgo, @Nullable Integer recoveredAfter, String startedBy) {
        LocalDate start = today.minusDays(daysAgo);
        return jdbc.sql("""
                        insert into run (account_id, play_id, play_name, play_version, definition, reason, status, started_at,
                                         started_by, counted_from, watched_until, goal_reached_on, ended_at, outcome, outcome_note)
                        select :account, id, name, version, :definition::jsonb, 'It is time.', :status, :started, :by, :start,
                               :until, :reached, :ended, :outcome, 'So it was'
                        from play where key = :play returning id
                        """)
                .param("account", account.value())
                .param("play", play.key())
                .param("definition", json.writeValueAsString(play.definition()))
                .param("status", recoveredAfter == null ? "running" : "finished")
                .param("started", start.atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC))
                .param("by", startedBy)
                .param("start", start)
                .param("until", play.definition().watchedUntil(start))
                .param("reached", recoveredAfter == null ? null : start.plusDays(recoveredAfter))
                .param(
                        "ended",
                        recoveredAfter == null
                                ? null
                                : start.plusDays(recoveredAfter)
                                        .atTime(LocalTime.NOON)
                                        .atOffset(ZoneOffset.UTC))
                .param("outcome", recoveredAfter == null ? null : "saved")
                .query(Long.class)
                .single();
    }

    void heldOut(AccountId account, Play play, int daysAgo, @Nullable Integer recoveredAfter) {
        LocalDate start = today.minusDays(daysAgo);
        jdbc.sql("""
                        insert into held_out (account_id, play_id, play_version, definition, reason, held_out_at, watched_until,
                                              goal_reached_on)
                        select :account, id, version, :definition::jsonb, 'It is time.', :at, :until, :reached
                        from play where key = :play
                        """)
                .param("account", account.value())
                .param("play", play.key())
                .param("definition", json.writeValueAsString(play.definition()))
                .param("at", start.atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC))
                .param("until", play.definition().watchedUntil(start))
                .param("reached", recoveredAfter == null ? null : start.plusDays(recoveredAfter))
                .update();
    }

    void cancelled(long run) {
        jdbc.sql("update run set status = 'cancelled', outcome = null, ended_at = started_at where id = :id")
                .param("id", run)
                .update();
    }

    /** An alert of the one rule that there is, which the run answers if there is one. */
    void alert(AccountId account, int daysAgo, @Nullable Long run) {
        long alert = jdbc.sql("""
                        insert into alert (account_id, rule_id, status, title, evidence, raised_at, raised_on, seen_on, occurrences)
                        select :account, id, 'open', 'Fewer people', '{}', :at, :day, :day, 1 from rule
                        where key = 'fewer-people' returning id
                        """)
                .param("account", account.value())
                .param("at", today.minusDays(daysAgo).atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC))
                .param("day", today.minusDays(daysAgo))
                .query(Long.class)
                .single();
        jdbc.sql("update run set alert_id = :alert where id = :run")
                .param("alert", alert)
                .param("run", run)
                .update();
    }

    /** @param score in tenths of a point */
    void health(AccountId account, int daysAgo, int segment, String band, int score) {
        jdbc.sql("""
                        insert into health_score (account_id, day, score, band, segment_id, profile_version_id, points, weights,
                                                  readings, computed_at)
                        values (:account, :day, :score, :band, :segment, 1, '{}', '{}', '{}', now())
                        """)
                .param("account", account.value())
                .param("day", today.minusDays(daysAgo))
                .param("score", score)
                .param("band", band)
                .param("segment", segment)
                .update();
    }

    /** What the account says of itself from that day on. */
    void people(AccountId account, int daysAgo, int number) {
        jdbc.sql("""
                        insert into attribute_change (account_id, occurred_at, event_key, name, value)
                        values (:account, :at, :number, 'people', :number::text)
                        """)
                .param("account", account.value())
                .param("at", today.minusDays(daysAgo).atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC))
                .param("number", number)
                .update();
    }
}
