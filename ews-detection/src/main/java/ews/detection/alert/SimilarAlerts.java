package ews.detection.alert;

import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the same rule raised before, and how that ended: of the same account, and of accounts like it. */
@Repository
public class SimilarAlerts {

    private static final int YEARS = 2;

    /** Ended alerts of the rule, of the account itself and of the segment that it is in. */
    private static final String WHICH = """
            where a.rule_id = (select rule_id from alert where id = :id) and a.id <> :id
              and a.status in ('resolved', 'closed') and a.ended_at > :since
              and (a.account_id = :account
                   or h.segment_id = (select segment_id from account_health where account_id = :account))
            """;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    SimilarAlerts(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /**
     * Ended alerts like another one, of the last two years.
     *
     * @param segment the name of the segment that the account is in; {@code null} if it has no score yet
     * @param ofAccount how those of the same account ended
     * @param ofOthers how those of the other accounts of the segment ended
     * @param examples some of them: those of the same account first, and the latest first
     */
    public record Similar(@Nullable String segment, Endings ofAccount, Endings ofOthers, List<Alert> examples) {}

    /** How many ended in one way. */
    private record Counted(boolean own, Endings endings) {}

    public Similar to(Alert alert, int examples) {
        List<Counted> counted = jdbc.sql("""
                        select a.account_id = :account as own, a.status, a.closed_reason, count(*) as ended
                        from alert a left join account_health h on h.account_id = a.account_id
                        """ + WHICH + "group by 1, 2, 3")
                .param("id", alert.id().value())
                .param("account", alert.account().value())
                .param("since", since())
                .query(SimilarAlerts::counted)
                .list();
        return new Similar(segment(alert), sum(counted, true), sum(counted, false), examples(alert, examples));
    }

    private List<Alert> examples(Alert alert, int limit) {
        return jdbc.sql(AlertRow.SELECT + "left join account_health h on h.account_id = a.account_id " + WHICH
                        + "order by a.account_id = :account desc, a.ended_at desc limit :limit")
                .param("id", alert.id().value())
                .param("account", alert.account().value())
                .param("since", since())
                .param("limit", limit)
                .query(AlertRow::alert)
                .list();
    }

    private @Nullable String segment(Alert alert) {
        return jdbc.sql(
                        "select name from segment join account_health on segment_id = segment.id where account_id = :id")
                .param("id", alert.account().value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private Object since() {
        return days.startOf(days.today().minusYears(YEARS)).atOffset(ZoneOffset.UTC);
    }

    private static Endings sum(List<Counted> counted, boolean own) {
        return counted.stream()
                .filter(it -> it.own == own)
                .map(Counted::endings)
                .reduce(Endings.NONE, Endings::plus);
    }

    private static Counted counted(ResultSet row, int number) throws SQLException {
        return new Counted(row.getBoolean("own"), endings(row));
    }

    /** Of columns status, closed_reason and ended, the number. */
    static Endings endings(ResultSet row) throws SQLException {
        int count = row.getInt("ended");
        String reason = row.getString("closed_reason");
        return switch (AlertStatus.of(row.getString("status"))) {
            case RESOLVED -> new Endings(count, Map.of());
            case CLOSED -> new Endings(0, Map.of(CloseReason.valueOf(reason.toUpperCase(Locale.ROOT)), count));
            case OPEN, ACKNOWLEDGED, IN_PLAY -> Endings.NONE;
        };
    }
}
