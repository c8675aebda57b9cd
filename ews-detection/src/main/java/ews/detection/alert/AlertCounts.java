package ews.detection.alert;

import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many alerts each selection holds. Every page shows some of these numbers, so nothing is ranked for them: how many of
 * a CSM's new alerts are in the inbox follows from how many there are.
 */
@Repository
public class AlertCounts {

    /** Ended alerts are counted up to here; there are ever more of them. */
    public static final int MOST_ENDED = 1000;

    /** Those whose condition tells each alert by itself. */
    private static final Set<AlertSelection> PLAIN = Set.of(
            AlertSelection.BACK_AGAIN,
            AlertSelection.ACKNOWLEDGED,
            AlertSelection.SNOOZED,
            AlertSelection.IN_PLAY,
            AlertSelection.OPEN);

    private static final String BY_CSM = """
            select c.csm_id, %s, count(*) filter (where %s) as fresh, count(*) filter (where %s) as held
            from alert a join account c on c.id = a.account_id
            where a.status in ('open', 'acknowledged', 'in_play') and (:csm::bigint is null or c.csm_id = :csm)
            group by c.csm_id
            """.formatted(
                    PLAIN.stream()
                            .map(it -> "count(*) filter (where %s) as %s_alerts".formatted(it.condition(), it.code()))
                            .collect(Collectors.joining(", ")),
                    AlertSelection.Sql.FRESH,
                    AlertSelection.Sql.HELD);

    /** {@code least} passes over a budget that is null. */
    private static final String IN_ALL = """
            select %s, coalesce(sum(fresh), 0) as fresh, coalesce(sum(held), 0) as held,
                   coalesce(sum(case when csm_id is null then fresh
                                     else least(fresh, (select budget from inbox_policy)) end), 0) as shown
            from (%s) by_csm
            """.formatted(
                    PLAIN.stream()
                            .map(it -> "coalesce(sum(%1$s_alerts), 0) as %1$s_alerts".formatted(it.code()))
                            .collect(Collectors.joining(", ")),
                    BY_CSM);

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    AlertCounts(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** Of all selections but that of the ended ones, for the accounts of one CSM or ({@code null}) of all. */
    public Map<AlertSelection, Integer> ofOpen(@Nullable MemberId csm) {
        return jdbc.sql(IN_ALL)
                .param("today", days.today())
                .param("csm", csm == null ? null : csm.value())
                .query(AlertCounts::counts)
                .single();
    }

    /** The same, and of the ended ones no more than {@link #MOST_ENDED}. */
    public Map<AlertSelection, Integer> ofAll(@Nullable MemberId csm) {
        Map<AlertSelection, Integer> counts = ofOpen(csm);
        counts.put(AlertSelection.ENDED, ended(csm));
        return counts;
    }

    private int ended(@Nullable MemberId csm) {
        return jdbc.sql("""
                        select count(*) from (
                          select from alert a join account c on c.id = a.account_id
                          where %s and (:csm::bigint is null or c.csm_id = :csm)
                          limit :most) ended
                        """.formatted(AlertSelection.ENDED.condition()))
                .param("csm", csm == null ? null : csm.value())
                .param("most", MOST_ENDED)
                .query(Integer.class)
                .single();
    }

    private static Map<AlertSelection, Integer> counts(ResultSet row, int number) throws SQLException {
        var counts = new EnumMap<AlertSelection, Integer>(AlertSelection.class);
        for (AlertSelection selection : PLAIN) {
            counts.put(selection, row.getInt(selection.code() + "_alerts"));
        }
        int shown = row.getInt("shown");
        counts.put(AlertSelection.NEW, shown);
        counts.put(AlertSelection.DIGEST, row.getInt("fresh") - shown + row.getInt("held"));
        counts.put(AlertSelection.WAITING, shown + row.getInt(AlertSelection.BACK_AGAIN.code() + "_alerts"));
        return counts;
    }
}
