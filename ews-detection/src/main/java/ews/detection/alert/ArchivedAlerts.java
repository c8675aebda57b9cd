package ews.detection.alert;

import ews.domain.account.AccountArchived;
import ews.domain.alert.AlertId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody needs to act for an account that is archived, so its alerts are closed. */
@Component
class ArchivedAlerts {

    private final JdbcClient jdbc;
    private final Alerts alerts;

    ArchivedAlerts(JdbcClient jdbc, Alerts alerts) {
        this.jdbc = jdbc;
        this.alerts = alerts;
    }

    @EventListener
    void on(AccountArchived archived) {
        jdbc.sql("""
                        select id from alert
                        where account_id = :account and status in ('open', 'acknowledged', 'in_play') order by id for update
                        """)
                .param("account", archived.account().value())
                .query((row, _) -> new AlertId(row.getLong("id")))
                .list()
                .forEach(it -> alerts.close(it, CloseReason.ACCOUNT_ARCHIVED, null, archived.by()));
    }
}
