package ews.sensors.fact;

import ews.domain.TransitionRefused;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import ews.sensors.dialect.Invalid;
import ews.sensors.dialect.Texts;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives accounts other keys. The old one goes on leading to the account, for systems that still send it. */
@Component
public class Renaming {

    private final Alone alone;
    private final Accounts accounts;
    private final OrganisationDays days;
    private final AuditLog audit;

    Renaming(Alone alone, Accounts accounts, OrganisationDays days, AuditLog audit) {
        this.alone = alone;
        this.accounts = accounts;
        this.days = days;
        this.audit = audit;
    }

    /**
     * @throws IllegalArgumentException if no account may have such a key
     * @throws TransitionRefused if this one has it already, or it leads to another one, or the account is gone
     */
    public void rename(AccountId id, String key, Actor actor) {
        check(key);
        alone.doing(rows -> {
            Account account = accounts.withId(id)
                    .orElseThrow(() -> new TransitionRefused("The account does not exist any more."));
            refuseIfTaken(account, key);
            rows.update("delete from account_alias where key = ?", key);
            rows.update(
                    "insert into account_alias (key, account_id, since) values (?, ?, ?)",
                    account.key(),
                    id.value(),
                    days.now().atOffset(ZoneOffset.UTC));
            rows.update("update account set key = ? where id = ?", key, id.value());
            // An account that nobody has named is called by its key.
            new CurrentValues(rows, days).refresh(new long[] {id.value()});
            tellInstances(rows, account.key(), key);
            audit.record(
                    actor, "account.renamed", "account " + account.name(), Map.of("from", account.key(), "to", key));
        });
    }

    private static void check(String key) {
        try {
            Texts.key("account", "The key", key);
        } catch (Invalid e) {
            throw new IllegalArgumentException(e.detail() + ".", e);
        }
        if (key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The key must not contain line breaks or other control characters.");
        }
    }

    private void refuseIfTaken(Account account, String key) {
        if (account.key().equals(key)) {
            throw new TransitionRefused("The account has this key already.");
        }
        Optional<Account> other = accounts.withKey(key).filter(it -> !it.id().equals(account.id()));
        if (other.isPresent()) {
            throw new TransitionRefused(
                    other.get().key().equals(key)
                            ? "“%s” is the key of %s."
                                    .formatted(key, other.get().name())
                            : "“%s” leads to %s, which had this key before."
                                    .formatted(key, other.get().name()));
        }
    }

    static void tellInstances(Rows rows, String... keys) throws SQLException {
        for (String key : keys) {
            rows.update("insert into facts_made_again (account_key) values (?)", key);
        }
    }
}
