package ews.detection.alert;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The alerts that nobody has dealt with: no play runs for them, they are not snoozed, and nobody closed them. */
@Repository
public class UnattendedAlerts {

    /**
     * One of them.
     *
     * @param since the day on which it was raised, came back from a snooze, or its run ended
     */
    public record Unattended(AlertId alert, AccountId account, String accountName, String title, LocalDate since) {}

    private static final String WAITING = """
            from (select a.id, a.account_id, c.name as account_name, a.title,
                         greatest(a.raised_on, a.snoozed_until, (a.run_ended_at at time zone :zone)::date) as since
                  from alert a join account c on c.id = a.account_id
                  where a.status in ('open', 'acknowledged') and not a.held
                    and coalesce(a.snoozed_until, :today) <= :today) waiting
            where since <= :since
            """;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    UnattendedAlerts(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** How many have waited since this day or longer. */
    public long count(LocalDate since) {
        return jdbc.sql("select count(*) " + WAITING)
                .param("zone", days.zone().getId())
                .param("today", days.today())
                .param("since", since)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** The first of them, what has waited for the longest time before the others. */
    public List<Unattended> first(LocalDate since, int limit) {
        return jdbc.sql("select * " + WAITING + "order by since, id limit :limit")
                .param("zone", days.zone().getId())
                .param("today", days.today())
                .param("since", since)
                .param("limit", limit)
                .query((row, _) -> new Unattended(
                        new AlertId(row.getLong("id")),
                        new AccountId(row.getLong("account_id")),
                        row.getString("account_name"),
                        row.getString("title"),
                        row.getObject("since", LocalDate.class)))
                .list();
    }
}
