package ews.detection.alert;

import ews.detection.alert.Standings.Key;
import ews.domain.account.AccountId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Conditions that wait for their dwell time, or are excused. */
@Repository
class PendingConditions {

    private final JdbcClient jdbc;

    PendingConditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Key, PendingCondition> of(Collection<AccountId> accounts) {
        return jdbc
                .sql("select * from pending_condition where account_id = any (:accounts)")
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query((row, _) -> new PendingCondition(
                        new Key(new AccountId(row.getLong("account_id")), row.getInt("rule_id")),
                        row.getObject("since", LocalDate.class),
                        row.getBoolean("excused")))
                .list()
                .stream()
                .collect(Collectors.toMap(PendingCondition::key, Function.identity()));
    }

    /** Those that are there stay as they are. */
    void add(Collection<Key> keys, LocalDate since, boolean excused) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into pending_condition (account_id, rule_id, since, excused)
                        select account_id, rule_id, :since, :excused
                        from unnest(:accounts::bigint[], :rules::int[]) as new (account_id, rule_id)
                        order by 1, 2
                        on conflict do nothing
                        """)
                .param("since", since)
                .param("excused", excused)
                .param("accounts", accounts(keys))
                .param("rules", rules(keys))
                .update();
    }

    void remove(Collection<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        delete from pending_condition
                        where (account_id, rule_id) in (select * from unnest(:accounts::bigint[], :rules::int[]))
                        """)
                .param("accounts", accounts(keys))
                .param("rules", rules(keys))
                .update();
    }

    /** Of one rule, of everybody. */
    void removeOf(int rule) {
        jdbc.sql("delete from pending_condition where rule_id = :rule")
                .param("rule", rule)
                .update();
    }

    private static Long[] accounts(Collection<Key> keys) {
        return List.copyOf(keys).stream().map(it -> it.account().value()).toArray(Long[]::new);
    }

    private static Integer[] rules(Collection<Key> keys) {
        return List.copyOf(keys).stream().map(Key::rule).toArray(Integer[]::new);
    }
}
