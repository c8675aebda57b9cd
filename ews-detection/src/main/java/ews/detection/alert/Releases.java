package ews.detection.alert;

import ews.detection.inbox.InboxPolicies;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.alert.AlertRaised;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings what was raised in quiet hours to people when these are over; what ended meanwhile never reaches anybody. */
@Component
class Releases {

    private final JdbcClient jdbc;
    private final InboxPolicies policies;
    private final ApplicationEventPublisher publisher;

    Releases(JdbcClient jdbc, InboxPolicies policies, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.publisher = publisher;
    }

    /** Does nothing in quiet hours. */
    @Transactional
    public void release() {
        if (policies.quietUntil().isEmpty()) {
            released().forEach(publisher::publishEvent);
        }
    }

    /** Those that nobody has closed or given to a play meanwhile. */
    private List<AlertRaised> released() {
        return jdbc.sql("""
                        with released as (update alert set held = false where held returning *)
                        select released.id, account_id, rule.key, title, rule.play_key
                        from released join rule on rule.id = rule_id
                        where status in ('open', 'acknowledged') order by account_id, released.id
                        """)
                .query((row, _) -> new AlertRaised(
                        new AlertId(row.getLong("id")),
                        new AccountId(row.getLong("account_id")),
                        row.getString("key"),
                        row.getString("title"),
                        row.getString("play_key")))
                .list();
    }
}
