package ews.plays.effect;

import ews.domain.audit.Actor;
import ews.domain.chance.Share;
import ews.domain.play.Outcome;
import ews.domain.time.OrganisationDays;
import ews.plays.effect.Comparison.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How well plays work, counted from what is stored now: runs, accounts that were held out, and accounts like theirs. */
@Repository
public class Effects {

    private static final String GOALS = """
            select key play, definition -> 'goal' is not null has_goal from play where :play::text is null or key = :play
            """;

    private static final String STATES = """
            select p.key play, coalesce(r.outcome, r.status) state, count(*) runs
            from run r join play p on p.id = r.play_id
            where :play::text is null or p.key = :play
            group by p.key, coalesce(r.outcome, r.status)
            """;

    private static final String FIRST_ACTION = """
            select count(*) acted, percentile_disc(0.5) within group (order by seconds) seconds
            from (select extract(epoch from greatest(least(work.at, talk.at) - r.started_at, interval '0')) seconds
                  from run r join play p on p.id = r.play_id
                  cross join lateral (select min(ended_at) at from task t
                                      where t.account_id = r.account_id and t.run_id = r.id and t.status = 'done') work
                  cross join lateral (select min(occurred_at) at from touchpoint t
                                      where t.account_id = r.account_id and t.run_id = r.id) talk
                  where p.key = :play and (work.at is not null or talk.at is not null)) action
            """;

    /** The first run of each account that has a goal, and whether its time is over. */
    private static final String ENTRANTS = """
            with entrant as (
              select distinct on (r.play_id, r.account_id)
                     p.key play, r.account_id, r.id, r.goal_reached_on,
                     r.goal_within within_days, r.goal_reached_on - r.watched_until + r.goal_within took,
                     r.watched_until is null or r.watched_until < :today judged
              from run r join play p on p.id = r.play_id
              where r.status <> 'cancelled' and r.goal_within is not null
                and (:play::text is null or p.key = :play)
              order by r.play_id, r.account_id, r.started_at, r.id
            )
            """;

    private static final String RECOVERIES = ENTRANTS + """
            select play, count(*) filter (where judged) judged,
                   count(*) filter (where judged and goal_reached_on is not null) recovered,
                   percentile_disc(0.5) within group (order by took) filter (where judged and took is not null) took,
                   coalesce(max(within_days) filter (where judged), 0) longest,
                   coalesce(min(within_days) filter (where judged), 0) shortest,
                   count(*) filter (where not judged) too_young,
                   count(*) filter (where not judged and goal_reached_on is not null) early
            from entrant group by play
            """;

    private static final String COUNTED = """
            select play, count(*) filter (where got_it) got_it,
                   count(*) filter (where got_it and recovered) got_it_recovered,
                   count(*) filter (where not got_it) others,
                   count(*) filter (where not got_it and recovered) others_recovered,
                   max(within_days) longest, min(within_days) shortest
            from arm group by play
            having bool_or(got_it) and not bool_and(got_it)
            """;

    /** Those that came in by themselves while a share was held out, and that share. */
    private static final String HELD_OUT = """
            with entrant as (
              (select distinct on (r.play_id, r.account_id)
                      p.key play, true got_it, r.goal_reached_on is not null recovered,
                      r.goal_within within_days,
                      r.watched_until is null or r.watched_until < :today judged
               from run r join play p on p.id = r.play_id
               where r.status <> 'cancelled' and r.goal_within is not null
                 and r.hold_out > 0 and r.started_by = :system and r.reason not like 'Started by the play "%'
                 and (:play::text is null or p.key = :play)
               order by r.play_id, r.account_id, r.started_at, r.id)
              union all
              (select distinct on (h.play_id, h.account_id)
                      p.key, false, h.goal_reached_on is not null, h.goal_within, h.watched_until < :today
               from held_out h join play p on p.id = h.play_id
               where h.goal_within is not null and (:play::text is null or p.key = :play)
                 and not exists (select from run r where r.account_id = h.account_id and r.play_id = h.play_id
                                 and r.started_at < h.watched_until + 1)
               order by h.play_id, h.account_id, h.held_out_at, h.id)
            ), arm as (select * from entrant where judged)
            """ + COUNTED;

    /** Those that got it and have a match, and their matches. */
    private static final String MATCHED = ENTRANTS + """
            , pair as (
              select e.play, e.within_days, e.goal_reached_on is not null recovered, m.goal_reached_on is not null match_recovered
              from entrant e join run_match m on m.account_id = e.account_id and m.run_id = e.id
              where e.judged and m.like_account_id is not null
            ), arm as (
              select play, within_days, true got_it, recovered from pair
              union all
              select play, within_days, false, match_recovered from pair
            )
            """ + COUNTED;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    Effects(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /**
     * Of one play.
     *
     * @throws NoSuchElementException if there is no play with this key
     */
    public Effectiveness of(String play) {
        Effectiveness counted = counted(play).get(play);
        if (counted == null) {
            throw new NoSuchElementException("There is no play " + play);
        }
        return jdbc.sql(FIRST_ACTION)
                .param("play", play)
                .query((row, _) -> counted.acted(
                        row.getInt("acted"),
                        row.getInt("acted") == 0 ? null : Duration.ofSeconds(row.getLong("seconds"))))
                .single();
    }

    /** Of all plays, by their keys, without how soon somebody acted, which takes long to find out. */
    public Map<String, Effectiveness> all() {
        return counted(null);
    }

    private Map<String, Effectiveness> counted(@Nullable String play) {
        var gathered = new HashMap<String, Gathered>();
        read(GOALS, play, gathered, (it, row) -> it.recovery = row.getBoolean("has_goal") ? Recovery.NONE : null);
        read(STATES, play, gathered, Gathered::state);
        read(RECOVERIES, play, gathered, (it, row) -> it.recovery = recovery(row));
        read(MATCHED, play, gathered, (it, row) -> it.comparison = comparison(Kind.MATCHED, row));
        // What chance has decided says more, so it comes last and stays.
        read(HELD_OUT, play, gathered, (it, row) -> it.comparison = comparison(Kind.HELD_OUT, row));
        var effects = new HashMap<String, Effectiveness>();
        gathered.forEach((key, it) -> effects.put(key, it.effectiveness(key)));
        return effects;
    }

    private void read(String sql, @Nullable String play, Map<String, Gathered> gathered, Part part) {
        jdbc.sql(sql)
                .param("play", play)
                .param("today", days.today())
                .param("system", Actor.SYSTEM.name())
                .query(row -> {
                    part.read(gathered.computeIfAbsent(row.getString("play"), _ -> new Gathered()), row);
                });
    }

    private interface Part {
        void read(Gathered gathered, ResultSet row) throws SQLException;
    }

    private static Recovery recovery(ResultSet row) throws SQLException {
        return new Recovery(
                new Share(row.getInt("recovered"), row.getInt("judged")),
                row.getObject("took", Integer.class),
                row.getInt("longest"),
                row.getInt("longest") == row.getInt("shortest"),
                row.getInt("too_young"),
                row.getInt("early"));
    }

    private static Comparison comparison(Kind kind, ResultSet row) throws SQLException {
        return new Comparison(
                kind,
                new Share(row.getInt("got_it_recovered"), row.getInt("got_it")),
                new Share(row.getInt("others_recovered"), row.getInt("others")),
                Words.within(row.getInt("longest"), row.getInt("longest") == row.getInt("shortest")));
    }

    /** What the queries tell about one play. */
    private static final class Gathered {

        private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        private int running;
        private int cancelled;
        private @Nullable Recovery recovery;
        private @Nullable Comparison comparison;

        void state(ResultSet row) throws SQLException {
            int runs = row.getInt("runs");
            String state = row.getString("state");
            switch (state) {
                case "running" -> running = runs;
                case "cancelled" -> cancelled = runs;
                default -> outcomes.put(Outcome.of(state), runs);
            }
        }

        Effectiveness effectiveness(String play) {
            return new Effectiveness(play, running, outcomes, cancelled, 0, null, recovery, comparison);
        }
    }
}
