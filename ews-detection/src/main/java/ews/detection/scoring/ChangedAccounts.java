package ews.detection.scoring;

import ews.domain.account.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue that intake writes: accounts whose facts changed since they were scored. */
@Repository
class ChangedAccounts {

    private static final String WAITING = """
            select account_id from dirty_account where %s = :shard and account_id <> all (:except)
            group by account_id order by min(received_at) limit :most
            """.formatted(Shards.OF_ACCOUNT);

    private final JdbcClient jdbc;

    ChangedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Integer> shards() {
        return jdbc.sql("select distinct " + Shards.OF_ACCOUNT + " from dirty_account order by 1")
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /** The longest waiting accounts of a shard. */
    List<AccountId> waiting(int shard, Set<AccountId> except, int most) {
        return jdbc.sql(WAITING)
                .param("shard", shard)
                .param("except", Scores.ids(except))
                .param("most", most)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    /** Takes the longest waiting accounts of a shard; they are back if the transaction rolls back. */
    Map<AccountId, Changed> take(int shard, Set<AccountId> except, int most) {
        return take(jdbc.sql("delete from dirty_account where account_id in (" + WAITING + ") returning *")
                .param("shard", shard)
                .param("except", Scores.ids(except))
                .param("most", most));
    }

    /** Takes one account; nothing if it does not wait. */
    Map<AccountId, Changed> take(AccountId account) {
        return take(jdbc.sql("delete from dirty_account where account_id = :account returning *")
                .param("account", account.value()));
    }

    private static Map<AccountId, Changed> take(JdbcClient.StatementSpec delete) {
        var taken = new TreeMap<AccountId, Changed>();
        delete.query(row -> {
            taken.merge(new AccountId(row.getLong("account_id")), changed(row), Changed::and);
        });
        return taken;
    }

    private static Changed changed(ResultSet row) throws SQLException {
        return new Changed(
                row.getObject("from_day", LocalDate.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    long count() {
        return jdbc.sql("select count(distinct account_id) from dirty_account")
                .query(Long.class)
                .single();
    }
}
