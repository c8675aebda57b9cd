package ews.dashboard.accounts;

import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the account that somebody means who types its key or its name. */
@Repository
public class AccountNames {

    private static final int MOST_NAMED = 3;

    private final Accounts accounts;
    private final JdbcClient jdbc;

    AccountNames(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    private record Found(AccountId id, String name, boolean exact) {}

    /** @throws IllegalArgumentException if there is none, or several might be meant; the message says which */
    public AccountId find(String text) {
        String sought = text.replace("\0", "").strip();
        if (sought.isEmpty()) {
            throw new IllegalArgumentException("Which account? Please type its name or its key.");
        }
        return withKey(sought).orElseGet(() -> named(sought));
    }

    /** Most of the time, and then at once: no names have to be looked through. */
    private Optional<AccountId> withKey(String key) {
        return accounts.withKey(key).map(Account::id);
    }

    private AccountId named(String sought) {
        List<Found> found = jdbc.sql("""
                        select id, name, lower(name) = lower(:text) as exact from account where name ilike :part
                        order by exact desc, name limit :most
                        """)
                .param("text", sought)
                .param(
                        "part",
                        "%" + sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("most", MOST_NAMED + 1)
                .query((row, _) ->
                        new Found(new AccountId(row.getLong("id")), row.getString("name"), row.getBoolean("exact")))
                .list();
        List<Found> exact = found.stream().filter(Found::exact).toList();
        List<Found> meant = exact.isEmpty() ? found : exact;
        return switch (meant.size()) {
            case 0 -> throw new IllegalArgumentException("There is no account “%s”.".formatted(sought));
            case 1 -> meant.getFirst().id();
            default ->
                throw new IllegalArgumentException(
                        "Several accounts are called like “%s”: %s. Please type the whole name or the key."
                                .formatted(
                                        sought,
                                        String.join(
                                                ", ",
                                                meant.stream()
                                                        .limit(MOST_NAMED)
                                                        .map(Found::name)
                                                        .toList())));
        };
    }
}
