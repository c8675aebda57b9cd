package ews.domain.account;

import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts accounts aside that nobody looks after any more, and brings them back. What sources send of an archived account is
 * kept as before; it is not scored, no rule looks at it, and it stands in no list.
 */
@Repository
public class Archive {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final OrganisationDays days;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Archive(
            JdbcClient jdbc,
            Accounts accounts,
            OrganisationDays days,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.days = days;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Publishes {@link AccountArchived}.
     *
     * @throws TransitionRefused if it is archived already
     */
    @Transactional
    public void archive(AccountId id, Actor actor) {
        int archived = jdbc.sql("update account set archived_at = :now where id = :id and archived_at is null")
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
        if (archived == 0) {
            throw new TransitionRefused("The account is archived already.");
        }
        record(id, "account.archived", actor);
        events.publishEvent(new AccountArchived(id, actor));
    }

    /**
     * Has it scored again from today on. What ended when it was archived stays ended.
     *
     * @throws TransitionRefused if it is not archived
     */
    @Transactional
    public void bringBack(AccountId id, Actor actor) {
        int back = jdbc.sql("update account set archived_at = null where id = :id and archived_at is not null")
                .param("id", id.value())
                .update();
        if (back == 0) {
            throw new TransitionRefused("The account is not archived.");
        }
        jdbc.sql("insert into dirty_account (account_id, from_day, received_at) values (:id, :today, :now)")
                .param("id", id.value())
                .param("today", days.today())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
        record(id, "account.brought_back", actor);
    }

    /** How many events sources have sent of an account since it was archived. */
    public long received(AccountId id) {
        return jdbc.sql("""
                        select count(*) from event e join account a on a.id = e.account_id
                        where a.id = :id and e.received_at >= a.archived_at
                        """)
                .param("id", id.value())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** Whether any account is archived. */
    public boolean isUsed() {
        return jdbc.sql("select exists (select from account where archived_at is not null)")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private void record(AccountId id, String action, Actor actor) {
        audit.record(
                actor, action, "account " + accounts.withId(id).orElseThrow().name(), Map.of());
    }
}
