package ews.detection.scoring;

import ews.domain.account.AccountArchived;
import ews.domain.time.OrganisationDays;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An archived account has no score any more, from that day on; its scores of the days before stay. */
@Component
class ArchivedScores {

    private static final List<String> OF_NOW =
            List.of("account_health", "history_due", "dirty_account", "pending_condition");

    private final JdbcClient jdbc;
    private final Shards shards;
    private final OrganisationDays days;

    ArchivedScores(JdbcClient jdbc, Shards shards, OrganisationDays days) {
        this.jdbc = jdbc;
        this.shards = shards;
        this.days = days;
    }

    /** Waits for whoever scores it just now. */
    @EventListener
    void on(AccountArchived archived) {
        shards.lock(Shards.of(archived.account()));
        for (String table : OF_NOW) {
            jdbc.sql("delete from " + table + " where account_id = :account")
                    .param("account", archived.account().value())
                    .update();
        }
        jdbc.sql("delete from health_score where day >= :today and account_id = :account")
                .param("today", days.today())
                .param("account", archived.account().value())
                .update();
    }
}
