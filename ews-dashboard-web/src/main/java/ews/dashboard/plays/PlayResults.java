package ews.dashboard.plays;

import ews.domain.play.Outcome;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what became of the runs of each play, as it stood at the end of a day. */
@Repository
public class PlayResults {

    private static final String RUNNING = "running";
    private static final String CANCELLED = "cancelled";

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    PlayResults(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /**
     * The runs of one play: those that run, those that ended with an outcome and those that were cancelled are all that
     * were started.
     *
     * @param outcomes of every outcome how many runs ended with it
     */
    public record Result(String key, String name, long running, Map<Outcome, Long> outcomes, long cancelled) {

        public long started() {
            return running + finished() + cancelled;
        }

        public long finished() {
            return outcomes.values().stream().mapToLong(it -> it).sum();
        }

        public long with(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }
    }

    /** Of every play that has been started until the end of the day, by name. */
    public List<Result> until(LocalDate day) {
        var byPlay = new LinkedHashMap<String, Result>();
        jdbc.sql("""
                        select p.key, p.name,
                               case when r.ended_at is null or r.ended_at >= :end then 'running'
                                    else coalesce(r.outcome, 'cancelled') end as state,
                               count(*) as runs
                        from run r join play p on p.id = r.play_id
                        where r.started_at < :end
                        group by 1, 2, 3 order by p.name
                        """)
                .param("end", days.startOf(day.plusDays(1)).atOffset(ZoneOffset.UTC))
                .query(row -> {
                    byPlay.merge(
                            row.getString("key"),
                            result(
                                    row.getString("key"),
                                    row.getString("name"),
                                    row.getString("state"),
                                    row.getLong("runs")),
                            PlayResults::both);
                });
        return List.copyOf(byPlay.values());
    }

    private static Result result(String key, String name, String state, long runs) {
        return switch (state) {
            case RUNNING -> new Result(key, name, runs, Map.of(), 0);
            case CANCELLED -> new Result(key, name, 0, Map.of(), runs);
            default -> new Result(key, name, 0, Map.of(Outcome.of(state), runs), 0);
        };
    }

    private static Result both(Result one, Result other) {
        var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
        outcomes.putAll(one.outcomes);
        other.outcomes.forEach((outcome, runs) -> outcomes.merge(outcome, runs, Long::sum));
        return new Result(one.key, one.name, one.running + other.running, outcomes, one.cancelled + other.cancelled);
    }
}
