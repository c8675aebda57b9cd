package ews.detection.scoring;

import ews.domain.account.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Accounts are divided into 16 shards by their ids, 256 neighbours in each turn; whoever scores accounts holds their
 * shards' locks until the end of the transaction, so that no account is scored twice at the same time.
 */
@Component
class Shards {

    static final int COUNT = 16;

    /** The shard of an account in SQL. */
    static final String OF_ACCOUNT = "((account_id >> 8) & 15)::int";

    private static final int LOCKS = 0x45_57_53;

    private final JdbcClient jdbc;

    Shards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static int of(AccountId account) {
        return (int) (account.value() >> 8) & (COUNT - 1);
    }

    /** Those of some shards that nobody else has. */
    List<Integer> tryLock(List<Integer> shards) {
        return shards.stream().filter(this::tryLock).toList();
    }

    /** False if somebody else has it. */
    boolean tryLock(int shard) {
        return jdbc.sql("select pg_try_advisory_xact_lock(:locks, :shard)")
                .param("locks", LOCKS)
                .param("shard", shard)
                .query(Boolean.class)
                .single();
    }

    /** Waits until whoever has it is done. */
    void lock(int shard) {
        jdbc.sql("select true from pg_advisory_xact_lock(:locks, :shard)")
                .param("locks", LOCKS)
                .param("shard", shard)
                .query(Boolean.class)
                .single();
    }

    /** Locks all shards of a range of accounts. */
    void lock(AccountId first, AccountId last) {
        lock(IntStream.rangeClosed((int) (first.value() >> 8), (int) (last.value() >> 8))
                .map(group -> group & (COUNT - 1)));
    }

    /** Locks all shards of some accounts. */
    void lock(Collection<AccountId> accounts) {
        lock(accounts.stream().mapToInt(Shards::of));
    }

    /** In the order that everybody keeps, so that nobody waits in a circle. */
    private void lock(IntStream several) {
        several.distinct().sorted().forEach(this::lock);
    }
}
