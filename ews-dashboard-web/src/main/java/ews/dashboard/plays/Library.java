package ews.dashboard.plays;

import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.domain.play.Outcome;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plays, with what starts them and how their runs ended. */
@Repository
class Library {

    private final Plays plays;
    private final Rules rules;
    private final JdbcClient jdbc;

    Library(Plays plays, Rules rules, JdbcClient jdbc) {
        this.plays = plays;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /**
     * @param triggers the enabled rules whose alerts start it
     * @param running how many of its runs are under way
     * @param outcomes how those ended that people judged
     * @param cancelled how many were given up before they ended
     */
    record Entry(Play play, List<Rule> triggers, long running, Map<Outcome, Long> outcomes, long cancelled) {

        /** How many of its runs are over, whatever came of them. */
        public long ended() {
            return outcomes.values().stream().mapToLong(it -> it).sum() + cancelled;
        }

        /** How those ended, in the order of how good that is, the cancelled ones last. */
        public List<Counted> counted() {
            var counted = new ArrayList<Counted>();
            outcomes.forEach((outcome, runs) -> counted.add(new Counted(outcome.label(), runs)));
            if (cancelled > 0) {
                counted.add(new Counted("Cancelled", cancelled));
            }
            return counted;
        }
    }

    record Counted(String label, long count) {}

    /** Those that can start first, then by name. */
    List<Entry> all() {
        Map<String, Map<String, Long>> counts = counts();
        List<Rule> enabled = rules.enabled();
        return plays.all().stream()
                .sorted(Comparator.comparing((Play play) -> !play.enabled()).thenComparing(Play::name))
                .map(play -> entry(play, enabled, counts))
                .toList();
    }

    Optional<Entry> withKey(String key) {
        return plays.withKey(key).map(play -> entry(play, rules.enabled(), counts()));
    }

    private static Entry entry(Play play, List<Rule> enabled, Map<String, Map<String, Long>> counts) {
        Map<String, Long> ofPlay = counts.getOrDefault(play.key(), Map.of());
        var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            if (ofPlay.containsKey(outcome.code())) {
                outcomes.put(outcome, ofPlay.get(outcome.code()));
            }
        }
        return new Entry(
                play,
                enabled.stream().filter(rule -> play.key().equals(rule.play())).toList(),
                ofPlay.getOrDefault("running", 0L),
                outcomes,
                ofPlay.getOrDefault("cancelled", 0L));
    }

    /** By the key of the play, and by the outcome or, while there is none, the status. */
    private Map<String, Map<String, Long>> counts() {
        var counts = new HashMap<String, Map<String, Long>>();
        jdbc.sql("""
                        select p.key, coalesce(r.outcome, r.status) as state, count(*) as runs
                        from run r join play p on p.id = r.play_id group by 1, 2
                        """).query(row -> {
            counts.computeIfAbsent(row.getString("key"), _ -> new HashMap<>())
                    .put(row.getString("state"), row.getLong("runs"));
        });
        return counts;
    }
}
