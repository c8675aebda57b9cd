package ews.detection.alert;

import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.domain.metric.Unit;
import ews.domain.play.Outcome;
import ews.domain.time.OrganisationDays;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How precise the rules are, told from how their alerts ended. */
@Repository
public class RuleRecords {

    /** Enough to learn from, and soon read. */
    private static final int MOST_TRIED = 2000;

    private final JdbcClient jdbc;
    private final Rules rules;
    private final OrganisationDays days;

    RuleRecords(JdbcClient jdbc, Rules rules, OrganisationDays days) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.days = days;
    }

    /** Alerts of one rule, counted. */
    private record Counted(int raised, int open, Endings endings) {

        static final Counted NOTHING = new Counted(0, 0, Endings.NONE);

        Counted plus(Counted other) {
            return new Counted(raised + other.raised, open + other.open, endings.plus(other.endings));
        }
    }

    /**
     * The records of all rules about the alerts that were raised in the last so many days, today included; those with
     * the surest share of false alarms first, and then those that raised most.
     */
    public List<RuleRecord> ofLast(int count) {
        LocalDate since = days.today().minusDays(count - 1L);
        Map<Integer, Counted> counted = counted(since);
        return rules.all().stream()
                .map(rule -> record(rule, counted.getOrDefault(rule.id(), Counted.NOTHING), since))
                .sorted(Comparator.comparingDouble(
                                (RuleRecord it) -> it.falseAlarms().low())
                        .thenComparingInt(RuleRecord::raised)
                        .reversed())
                .toList();
    }

    private RuleRecord record(Rule rule, Counted counted, LocalDate since) {
        List<Calming> calming =
                counted.endings.count() == 0 ? List.of() : Calming.of(past(rule, since), rule, measure(rule, since));
        return new RuleRecord(rule, counted.raised, counted.open, counted.endings, calming);
    }

    private Map<Integer, Counted> counted(LocalDate since) {
        var counted = new HashMap<Integer, Counted>();
        jdbc.sql("""
                        select rule_id, status, closed_reason, count(*) as ended from alert
                        where raised_on >= :since group by rule_id, status, closed_reason
                        """).param("since", since).query(row -> {
            int count = row.getInt("ended");
            boolean ended = AlertStatus.of(row.getString("status")).isEnded();
            counted.merge(
                    row.getInt("rule_id"),
                    new Counted(count, ended ? 0 : count, SimilarAlerts.endings(row)),
                    Counted::plus);
        });
        return counted;
    }

    /** Those that ended, but for accounts that left, the latest first. */
    private List<PastAlert> past(Rule rule, LocalDate since) {
        return jdbc.sql("""
                        select a.raised_on, a.ended_at, a.clear_since, a.acknowledged_by, a.closed_reason, a.run_outcome,
                               first.value, first.worse_at, before.ended_at as previous_ended_at,
                               array(select day from alert_occurrence seen
                                     where seen.account_id = a.account_id and seen.alert_id = a.id
                                       and seen.day <= a.raised_on + 14 order by day) as held
                        from alert a
                        left join alert_occurrence first
                          on first.account_id = a.account_id and first.alert_id = a.id and first.day = a.raised_on
                        left join alert before on before.account_id = a.account_id and before.id = a.previous_id
                        where a.rule_id = :rule and a.raised_on >= :since and a.status in ('resolved', 'closed')
                          and coalesce(a.closed_reason, '') not in ('account_cancelled', 'account_archived')
                        order by a.raised_on desc, a.id desc limit :most
                        """)
                .param("rule", rule.id())
                .param("since", since)
                .param("most", MOST_TRIED)
                .query(this::past)
                .list();
    }

    private Calming.@Nullable Measure measure(Rule rule, LocalDate since) {
        return jdbc.sql("""
                        select evidence #>> '{severity,measure}' as measure, evidence #>> '{severity,unit}' as unit
                        from alert where rule_id = :rule and raised_on >= :since
                          and evidence #>> '{severity,unit}' is not null
                        order by raised_on desc, id desc limit 1
                        """)
                .param("rule", rule.id())
                .param("since", since)
                .query((row, _) -> new Calming.Measure(row.getString("measure"), Unit.valueOf(row.getString("unit"))))
                .optional()
                .orElse(null);
    }

    private PastAlert past(ResultSet row, int number) throws SQLException {
        String reason = row.getString("closed_reason");
        String outcome = row.getString("run_outcome");
        return new PastAlert(
                Objects.requireNonNull(row.getObject("raised_on", LocalDate.class)),
                Objects.requireNonNull(day(row, "ended_at")),
                row.getObject("clear_since", LocalDate.class),
                daysOf(row.getArray("held")),
                row.getObject("value", Double.class),
                row.getObject("worse_at", Double.class),
                day(row, "previous_ended_at"),
                row.getObject("acknowledged_by") != null,
                reason == null ? null : CloseReason.valueOf(reason.toUpperCase(Locale.ROOT)),
                outcome == null ? null : Outcome.of(outcome));
    }

    private @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : days.dayOf(at.toInstant());
    }

    private static List<LocalDate> daysOf(Array array) throws SQLException {
        return Arrays.stream((Date[]) array.getArray()).map(Date::toLocalDate).toList();
    }
}
