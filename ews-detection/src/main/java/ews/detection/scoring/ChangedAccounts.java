package ews.detection.scoring;

import ews.domain.account.AccountId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue that intake writes: accounts whose facts changed since they were scored. */
@Repository
class ChangedAccounts {

    private final JdbcClient jdbc;

    ChangedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Integer> shards() {
        return jdbc.sql("select distinct " + Shards.OF_ACCOUNT + " from dirty_account order by 1")
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /** Takes the longest waiting accounts of a shard; they are back if the transaction rolls back. */
    Map<AccountId, Changed> take(int shard, int most) {
        var taken = new TreeMap<AccountId, Changed>();
        jdbc.sql("""
                        delete from dirty_account where account_id in (
                          select account_id from dirty_account where %s = :shard
                          group by account_id order by min(received_at) limit :most)
                        returning account_id, from_day, received_at
                        """.formatted(Shards.OF_ACCOUNT))
                .param("shard", shard)
                .param("most", most)
                .query(row -> {
                    taken.merge(
                            new AccountId(row.getLong("account_id")),
                            new Changed(
                                    row.getObject("from_day", LocalDate.class),
                                    row.getObject("received_at", OffsetDateTime.class)
                                            .toInstant()),
                            Changed::and);
                });
        return taken;
    }

    long count() {
        return jdbc.sql("select count(distinct account_id) from dirty_account")
                .query(Long.class)
                .single();
    }
}
