package ews.dashboard.checkins;

import ews.domain.account.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds features that an account has never used, and that others of its segment do use. */
@Repository
class Unused {

    /** Comparing with more would be slower, and tell the same. */
    private static final int MOST_PEERS = 300;

    private static final int FEWEST_PERCENT = 25;

    private final JdbcClient jdbc;

    Unused(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A feature that the account does not use.
     *
     * @param users how many of the others have used it
     * @param peers how many others there are to compare with
     */
    record Feature(String name, long users, long peers) {}

    /** The features that most of the others use first; only such as a quarter of them do. */
    List<Feature> by(AccountId account, int most) {
        return jdbc.sql("""
                        with peer as (
                          select h.account_id from account_health h join account a on a.id = h.account_id
                          where h.segment_id = (select segment_id from account_health where account_id = :account)
                            and h.account_id <> :account and a.status is distinct from 'cancelled'
                          limit :peers
                        )
                        select f.name, count(*) as users, (select count(*) from peer) as peers
                        from peer
                          join account_feature used on used.account_id = peer.account_id
                          join feature f on f.id = used.feature_id
                        where not exists (select from account_feature own
                                          where own.account_id = :account and own.feature_id = f.id)
                        group by f.name
                        having 100 * count(*) >= :share * (select count(*) from peer)
                        order by users desc, f.name limit :most
                        """)
                .param("account", account.value())
                .param("peers", MOST_PEERS)
                .param("share", FEWEST_PERCENT)
                .param("most", most)
                .query((row, _) -> new Feature(row.getString("name"), row.getLong("users"), row.getLong("peers")))
                .list();
    }
}
