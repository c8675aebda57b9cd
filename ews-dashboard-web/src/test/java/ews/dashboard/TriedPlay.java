package ews.dashboard;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A play that was tried on accounts a while ago, with a goal and a hold-out that it had then.
 *
 * @param runs how many accounts got it, each with average health in the first segment
 * @param recovered how many of them reached the goal in its 30 days, each after 12
 * @param heldOut how many others came in and did not get it
 * @param heldOutRecovered how many of those reached the goal all the same
 * @param young how many accounts got it a week ago
 */
public record TriedPlay(String play, int runs, int recovered, int heldOut, int heldOutRecovered, int young) {

    private static final String THEN = """
            {"goal": {"measurement": {"metric": "active_users", "days": 28, "form": "VALUE"}, "atLeast": true,
                      "level": {"type": "before", "percent": 100}, "days": 7, "within": 30}, "holdOut": 20}""";

    public void exists(JdbcClient jdbc, LocalDate today) {
        jdbc.sql("""
                        with tried as (
                          insert into account (key, name, first_seen_on)
                          select 'tried-' || n, 'Tried ' || n, '2026-01-01' from generate_series(1, :runs + :heldOut + :young) n
                          returning id, substring(key from 7)::int n
                        ), of_play as (
                          select *, definition || :then::jsonb as then_defined from play where key = :play
                        ), scored as (
                          insert into health_score (account_id, day, score, band, segment_id, profile_version_id, points, weights,
                                                    readings, computed_at)
                          select id, :start::date, 500, 'average', (select id from segment order by position limit 1), 1, '{}', '{}',
                                 '{}', now() from tried
                        ), ran as (
                          insert into run (account_id, play_id, play_name, play_version, definition, reason, status, started_at,
                                           started_by, counted_from, watched_until, goal_reached_on, ended_at, outcome, outcome_note)
                          select t.id, p.id, p.name, p.version, p.then_defined, 'Usage fell.',
                                 case when n <= :recovered then 'finished' else 'running' end,
                                 began + interval '12 hours', 'EWS', began, began + 30,
                                 case when n <= :recovered then began + 12 end,
                                 case when n <= :recovered then began + 12 + interval '12 hours' end,
                                 case when n <= :recovered then 'saved' end, case when n <= :recovered then 'Back' end
                          from of_play p, tried t
                          cross join lateral (select case when n <= :runs then :start::date else :today::date - 7 end began) day
                          where n <= :runs or n > :runs + :heldOut
                        )
                        insert into held_out (account_id, play_id, play_version, definition, reason, held_out_at, watched_until,
                                              goal_reached_on)
                        select t.id, p.id, p.version, p.then_defined, 'Usage fell.', :start::date + interval '12 hours',
                               :start::date + 30, case when n <= :runs + :heldOutRecovered then :start::date + 15 end
                        from tried t, of_play p where n > :runs and n <= :runs + :heldOut
                        """)
                .param("then", THEN)
                .param("play", play)
                .param("runs", runs)
                .param("recovered", recovered)
                .param("heldOut", heldOut)
                .param("heldOutRecovered", heldOutRecovered)
                .param("young", young)
                .param("start", today.minusDays(60))
                .param("today", today)
                .update();
    }
}
