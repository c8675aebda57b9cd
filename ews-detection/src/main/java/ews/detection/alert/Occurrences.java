package ews.detection.alert;

import ews.detection.alert.Standings.Key;
import ews.detection.alert.Standings.Written;
import ews.detection.rule.Severity;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days on which the condition of an alert held, each with what was found first on that day. */
@Repository
class Occurrences {

    private final JdbcClient jdbc;

    Occurrences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a rule found about an account that it had raised an alert for. */
    record Finding(
            Standing standing, String title, @Nullable Severity severity) {}

    /** What is written of an alert and a day. */
    private record Row(
            AlertId alert,
            AccountId account,
            String title,
            @Nullable Severity severity) {

        static Row of(Finding finding) {
            return new Row(finding.standing.alert(), finding.standing.account(), finding.title, finding.severity);
        }
    }

    /** The first occurrences, of alerts that were just raised. */
    void first(List<Written> raised, Map<Key, NewAlert> alerts, LocalDate today) {
        insert(raised.stream().flatMap(it -> first(it, alerts.get(it.key()))).toList(), today, "do nothing");
    }

    private static Stream<Row> first(Written written, @Nullable NewAlert alert) {
        return alert == null
                ? Stream.empty()
                : Stream.of(new Row(
                        written.alert(),
                        alert.account(),
                        alert.evidence().title(),
                        alert.evidence().severity()));
    }

    /** The condition held again. What was found first on a day stays. */
    void seen(List<Finding> findings, LocalDate today) {
        insert(findings.stream().map(Row::of).toList(), today, "do nothing");
    }

    /** The same, of what got so much worse that it woke somebody: that is what the day is remembered for. */
    void gotWorse(List<Finding> findings, LocalDate today) {
        insert(
                findings.stream().map(Row::of).toList(),
                today,
                "do update set title = excluded.title, value = excluded.value, worse_at = excluded.worse_at");
    }

    private void insert(List<Row> rows, LocalDate today, String otherwise) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into alert_occurrence (account_id, alert_id, day, title, value, worse_at)
                        select account_id, alert_id, :today, title, value, worse_at
                        from unnest(:accounts::bigint[], :alerts::bigint[], :titles::text[], :values::float8[],
                                    :worse::float8[])
                             as new (account_id, alert_id, title, value, worse_at)
                        on conflict (account_id, alert_id, day)\s""" + otherwise)
                .param("today", today)
                .param("accounts", rows.stream().map(it -> it.account.value()).toArray(Long[]::new))
                .param("alerts", rows.stream().map(it -> it.alert.value()).toArray(Long[]::new))
                .param("titles", rows.stream().map(Row::title).toArray(String[]::new))
                .param(
                        "values",
                        rows.stream()
                                .map(it -> it.severity == null ? null : (Double) it.severity.value())
                                .toArray(Double[]::new))
                .param(
                        "worse",
                        rows.stream()
                                .map(it -> it.severity == null ? null : (Double) it.severity.worseAt())
                                .toArray(Double[]::new))
                .update();
    }

    /** Those of an alert, oldest first. */
    List<Occurrence> of(AccountId account, AlertId alert) {
        return jdbc.sql("""
                        select day, title, value, worse_at from alert_occurrence
                        where account_id = :account and alert_id = :alert order by day
                        """)
                .param("account", account.value())
                .param("alert", alert.value())
                .query(Occurrences::occurrence)
                .list();
    }

    private static Occurrence occurrence(ResultSet row, int number) throws SQLException {
        return new Occurrence(
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                row.getString("title"),
                row.getObject("value", Double.class),
                row.getObject("worse_at", Double.class));
    }
}
