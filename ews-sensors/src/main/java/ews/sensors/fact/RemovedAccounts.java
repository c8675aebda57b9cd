package ews.sensors.fact;

import ews.domain.account.AccountId;
import ews.domain.account.AccountsToBeRemoved;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * To be told before accounts are removed. The intake remembers accounts, and looks whether one is still there only when it is
 * told that it may not be.
 */
@Repository
public class RemovedAccounts {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    RemovedAccounts(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Publishes {@link AccountsToBeRemoved}. Nobody writes facts until the transaction ends, and from then on the keys of these accounts, those that they had before,
     * too, lead to none of them.
     *
     * @return the accounts of the sample company
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Long[] expectSamples() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", FactWriter.LOCK)
                .query((_, _) -> true)
                .single();
        jdbc.sql("""
                        insert into facts_made_again (account_key)
                        select key from account where sample
                        union select other.key from account_alias other join account a on a.id = other.account_id
                              where a.sample
                        """).update();
        List<AccountId> accounts = jdbc.sql("select id from account where sample")
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
        events.publishEvent(new AccountsToBeRemoved(accounts));
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }
}
