package ews.detection.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The queue that intake writes: accounts whose facts changed since they were scored. News of today or yesterday are due
 * at once; those that are more than the same users using the same features come first, from all accounts. Older ones come
 * by the thousand, when a source catches up or is imported, and nobody waits for them: they are due when the account has
 * been quiet for two seconds, or after half a minute.
 */
@Repository
class ChangedAccounts {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Which of the accounts that wait. */
    enum Which {
        URGENT("not routine and from_day >= :news", "true"),
        DUE("true", """
                max(from_day) >= :news or max(received_at) <= :quietSince or min(received_at) <= :longAgo"""),
        ALL("true", "true");

        private final String rows;
        private final String accounts;

        Which(String rows, String accounts) {
            this.rows = rows;
            this.accounts = accounts;
        }

        private String waiting() {
            return """
                    select account_id from dirty_account
                    where %s and %s = any (:shards) and account_id <> all (:except)
                    group by account_id having %s
                    order by max(from_day) < :news, bool_and(routine), min(received_at) limit :most
                    """.formatted(rows, Shards.OF_ACCOUNT, accounts);
        }
    }

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    ChangedAccounts(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /**
     * The shards in which accounts wait, in groups with work for one transaction each: one costs the same few dozen
     * statements for one account as for hundreds.
     *
     * @param changes about how many changes a group should have
     */
    Collection<List<Integer>> shards(Which which, int changes) {
        record InGroup(int shard, long group) {}
        return jdbc
                .sql("""
                        select %s as shard, (sum(count(*)) over (order by %1$s) - count(*))::bigint / :changes as in_group
                        from dirty_account where %s group by shard order by shard
                        """.formatted(Shards.OF_ACCOUNT, which.rows))
                .param("changes", changes)
                .param("news", news())
                .query((row, _) -> new InGroup(row.getInt(1), row.getLong(2)))
                .list()
                .stream()
                .collect(groupingBy(InGroup::group, TreeMap::new, mapping(InGroup::shard, toList())))
                .values();
    }

    /** Accounts of some shards, the most urgent first. */
    List<AccountId> waiting(List<Integer> shards, Which which, Set<AccountId> except, int most) {
        OffsetDateTime now = days.now().atOffset(ZoneOffset.UTC);
        return jdbc.sql(which.waiting())
                .param("shards", shards.toArray(Integer[]::new))
                .param("except", Scores.ids(except))
                .param("news", news())
                .param("quietSince", now.minus(QUIET))
                .param("longAgo", now.minus(LONGEST_WAIT))
                .param("most", most)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    private LocalDate news() {
        return days.today().minusDays(1);
    }

    /**
     * Takes accounts with all that is new of them; they are back if the transaction rolls back. Those that do not wait
     * any more are left out, and so are archived ones: they wait no longer either.
     */
    Map<AccountId, Changed> take(Collection<AccountId> accounts) {
        var taken = new TreeMap<AccountId, Changed>();
        if (!accounts.isEmpty()) {
            jdbc.sql("delete from dirty_account where account_id = any (:accounts) returning *")
                    .param("accounts", Scores.ids(accounts))
                    .query(row -> {
                        taken.merge(new AccountId(row.getLong("account_id")), changed(row), Changed::and);
                    });
        }
        if (!taken.isEmpty()) {
            jdbc.sql("select id from account where id = any (:accounts) and archived_at is not null")
                    .param("accounts", Scores.ids(taken.keySet()))
                    .query(row -> {
                        taken.remove(new AccountId(row.getLong("id")));
                    });
        }
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
