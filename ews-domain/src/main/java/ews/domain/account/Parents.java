package ews.domain.account;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which account is a part of which other one. None is a part of itself, however many are in between. */
@Repository
public class Parents {

    /** Any number that no other advisory lock uses: "parent" would be too long, so "pare" in ASCII. */
    private static final long LOCK = 0x70617265;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AuditLog audit;

    Parents(JdbcClient jdbc, Accounts accounts, AuditLog audit) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * @param parent {@code null} if it is a part of none
     * @throws IllegalArgumentException if it would become a part of itself
     */
    @Transactional
    public void set(AccountId id, @Nullable AccountId parent, Actor actor) {
        // Two at a time might make a circle that neither of them sees.
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(_ -> {});
        Account account = existing(id);
        if (Objects.equals(account.parent(), parent)) {
            return;
        }
        Account above = parent == null ? null : existing(parent);
        if (above != null) {
            refuseCircle(account, above);
        }
        jdbc.sql("update account set parent_id = :parent where id = :id")
                .param("parent", parent == null ? null : parent.value())
                .param("id", id.value())
                .update();
        var detail = new LinkedHashMap<String, @Nullable Object>();
        detail.put("parent", above == null ? null : above.key());
        audit.record(actor, "account.parent_set", "account " + account.name(), detail);
    }

    private void refuseCircle(Account account, Account above) {
        if (account.id().equals(above.id())) {
            throw new IllegalArgumentException("An account cannot be its own parent.");
        }
        if (account.sample() != above.sample()) {
            throw new IllegalArgumentException(
                    "The sample company is made up: its accounts and yours cannot belong together.");
        }
        boolean circle = jdbc.sql("""
                        with recursive above (id) as (
                          select :parent::bigint
                          union
                          select a.parent_id from above join account a on a.id = above.id where a.parent_id is not null)
                        select exists (select from above where id = :id)
                        """)
                .param("parent", above.id().value())
                .param("id", account.id().value())
                .query((row, _) -> row.getBoolean(1))
                .single();
        if (circle) {
            throw new IllegalArgumentException(
                    "%s is a part of %s already, so it cannot be its parent.".formatted(above.name(), account.name()));
        }
    }

    private Account existing(AccountId id) {
        return accounts.withId(id).orElseThrow(() -> new NoSuchElementException("There is no account " + id));
    }
}
