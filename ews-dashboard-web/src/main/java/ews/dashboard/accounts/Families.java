package ews.dashboard.accounts;

import ews.dashboard.accounts.Family.Part;
import ews.dashboard.view.HealthBadge;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.score.Band;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which accounts belong together. */
@Repository
class Families {

    private final JdbcClient jdbc;
    private final Accounts accounts;

    Families(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    Family of(Account account) {
        List<Part> parts = jdbc.sql("""
                        select a.id, a.name, coalesce(h.band, 'unknown') as band, h.score
                        from account a left join account_health h on h.account_id = a.id
                        where a.parent_id = :id and a.archived_at is null and a.cancelled_on is null
                        order by lower(a.name), a.id
                        """)
                .param("id", account.id().value())
                .query((row, _) -> new Part(
                        row.getLong("id"),
                        row.getString("name"),
                        HealthBadge.whole(
                                Band.valueOf(row.getString("band").toUpperCase(Locale.ROOT)),
                                row.getObject("score", Integer.class))))
                .list();
        Account parent = account.parent() == null
                ? null
                : accounts.withId(account.parent()).orElse(null);
        return new Family(parent, parts.stream().limit(Family.MOST).toList(), parts.size());
    }
}
