package ews.dashboard.api;

import ews.domain.account.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What accounts are called outside. */
@Repository
class AccountKeys {

    private final JdbcClient jdbc;

    AccountKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Accounts that do not exist any more are left out. */
    Map<AccountId, String> of(Collection<AccountId> accounts) {
        var keys = new HashMap<AccountId, String>();
        jdbc.sql("select id, key from account where id = any (:ids)")
                .param("ids", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(row -> {
                    keys.put(new AccountId(row.getLong("id")), row.getString("key"));
                });
        return keys;
    }
}
