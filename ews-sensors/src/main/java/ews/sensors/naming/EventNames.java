package ews.sensors.naming;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the events of sources are called, and the rules that say what those count as. */
@Repository
public class EventNames {

    private static final int DAYS = 30;

    /** Counts of longer ago are forgotten. */
    private static final int KEPT = 90;

    /** Of rules of a source: each usage event is held against those with an asterisk. */
    private static final int MOST_RULES = 2_000;

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final AuditLog audit;

    EventNames(JdbcClient jdbc, OrganisationDays days, AuditLog audit) {
        this.jdbc = jdbc;
        this.days = days;
        this.audit = audit;
    }

    /**
     * The names of a source, the most frequent first.
     *
     * @param text only those in which it stands, upper or lower case; nothing for all
     * @param undecided only those that have no rule
     */
    public List<NameCount> of(SourceId source, String text, boolean undecided) {
        var rules = new NameRules(rules(source));
        return jdbc
                .sql("""
                        select name, sum(events) filter (where day > :since) as events, max(last_received) as last_received
                        from event_name where source_id = :source and strpos(lower(name), lower(:text)) > 0
                        group by name order by events desc nulls last, name
                        """)
                .param("source", source.value())
                .param("since", days.today().minusDays(DAYS))
                .param("text", text)
                .query((row, _) -> new NameCount(
                        row.getString("name"),
                        row.getLong("events"),
                        row.getObject("last_received", OffsetDateTime.class).toInstant(),
                        rules.of(row.getString("name")).orElse(null)))
                .list()
                .stream()
                .filter(it -> !undecided || it.rule() == null)
                .toList();
    }

    /** By pattern. */
    public List<NameRule> rules(SourceId source) {
        return jdbc.sql("select * from name_rule where source_id = :source order by pattern")
                .param("source", source.value())
                .query(EventNames::rule)
                .list();
    }

    /** From now on; the same rule again changes nothing. */
    @Transactional
    public void decide(SourceId source, List<NameRule> rules, Actor actor) {
        for (NameRule it : rules) {
            Optional<NameRule> before = withPattern(source, it.pattern());
            if (before.filter(it::equals).isPresent()) {
                continue;
            }
            remember(source, it.pattern(), before.orElse(null));
            jdbc.sql("""
                            insert into name_rule (source_id, pattern, counts_as, feature, goal, value_from, author, changed_at)
                            values (:source, :pattern, :as, :feature, :goal, :from, :author, :now)
                            on conflict (source_id, pattern) do update
                                set counts_as = excluded.counts_as, feature = excluded.feature, goal = excluded.goal,
                                    value_from = excluded.value_from, author = excluded.author,
                                    changed_at = excluded.changed_at
                            """)
                    .param("source", source.value())
                    .param("pattern", it.pattern())
                    .param("as", it.as().code())
                    .param("feature", it.feature())
                    .param("goal", it.goal())
                    .param("from", it.valueFrom())
                    .param("author", actor.name())
                    .param("now", now())
                    .update();
            audit.record(
                    actor,
                    "event_name.decided",
                    "source:" + source.value(),
                    Map.of("name", it.pattern(), "countsAs", it.as().code()));
        }
        if (rules(source).size() > MOST_RULES) {
            throw new IllegalArgumentException(
                    "A source can have %,d rules: let one with an asterisk stand for many.".formatted(MOST_RULES));
        }
        raiseVersion();
    }

    /** Events of these names count as if nobody had ever said anything. */
    @Transactional
    public void forget(SourceId source, List<String> patterns, Actor actor) {
        for (String pattern : patterns) {
            Optional<NameRule> before = withPattern(source, pattern);
            if (before.isPresent()) {
                remember(source, pattern, before.get());
                jdbc.sql("delete from name_rule where source_id = :source and pattern = :pattern")
                        .param("source", source.value())
                        .param("pattern", pattern)
                        .update();
                audit.record(actor, "event_name.forgotten", "source:" + source.value(), Map.of("name", pattern));
            }
        }
        raiseVersion();
    }

    private Optional<NameRule> withPattern(SourceId source, String pattern) {
        return jdbc.sql("select * from name_rule where source_id = :source and pattern = :pattern")
                .param("source", source.value())
                .param("pattern", pattern)
                .query(EventNames::rule)
                .optional();
    }

    /** Until the log is read again: whatever such events counted as meanwhile may stand in the facts. */
    private void remember(SourceId source, String pattern, @Nullable NameRule before) {
        jdbc.sql("""
                        insert into name_change (source_id, pattern, counted_as, feature_before, changed_at)
                        values (:source, :pattern, :as, :feature, :now)
                        on conflict (source_id, pattern, counted_as, feature_before)
                            do update set changed_at = excluded.changed_at
                        """)
                .param("source", source.value())
                .param("pattern", pattern)
                .param("as", (before == null ? CountsAs.FEATURE : before.as()).code())
                .param("feature", before == null ? null : featureOf(before))
                .param("now", now())
                .update();
    }

    private static @Nullable String featureOf(NameRule rule) {
        return rule.as() == CountsAs.LOGIN ? NameRules.LOGIN : rule.feature();
    }

    private void raiseVersion() {
        jdbc.sql("update name_version set number = number + 1").update();
    }

    /** Names and rules that changed since the stored events were read with them. */
    public int changes(SourceId source) {
        return jdbc.sql("select count(distinct pattern) from name_change where source_id = :source")
                .param("source", source.value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    public void forgetOldCounts() {
        jdbc.sql("delete from event_name where day < :day")
                .param("day", days.today().minusDays(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return days.now().atOffset(ZoneOffset.UTC);
    }

    /** Of a row with all columns of {@code name_rule}. */
    public static NameRule rule(ResultSet row, int number) throws SQLException {
        return new NameRule(
                row.getString("pattern"),
                CountsAs.coded(row.getString("counts_as")),
                row.getString("feature"),
                row.getString("goal"),
                row.getString("value_from"));
    }
}
