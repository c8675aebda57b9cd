package ews.plays.run;

import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.plays.task.Assignable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is in charge of an account's work. The owner of a running run is the account's CSM. When that changes, the open
 * tasks of the former CSM go to the new one as {@link FollowUpPolicies} or whoever reassigns says, and those that nobody
 * active has in any case. What is meant for a manager, or was given to somebody else, stays with them; so do ended runs
 * and tasks.
 */
@Repository
public class Owners {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Assignable assignable;
    private final FollowUpPolicies policies;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Owners(
            JdbcClient jdbc,
            Accounts accounts,
            Assignable assignable,
            FollowUpPolicies policies,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.assignable = assignable;
        this.policies = policies;
        this.audit = audit;
        this.events = events;
    }

    /** Makes a member the account's CSM and moves the work as the policy says. */
    @Transactional
    public int reassign(AccountId id, MemberId csm, Actor actor) {
        return reassign(id, csm, policies.ownerChange(), actor);
    }

    /**
     * Makes a member the account's CSM and moves the work.
     *
     * @param which of the open tasks move
     * @return how many open tasks moved
     * @throws IllegalArgumentException if the member cannot be given work
     */
    @Transactional
    public int reassign(AccountId id, MemberId csm, OwnerChange which, Actor actor) {
        Account account =
                accounts.withId(id).orElseThrow(() -> new NoSuchElementException("There is no account " + id));
        Member member = assignable.member(csm);
        accounts.assign(id, csm);
        int moved = moveWork(id, account.csm(), csm, which);
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("from", account.csm() == null ? null : account.csm().value());
        detail.put("to", csm.value());
        detail.put("name", member.name());
        detail.put("which", which.code());
        detail.put("tasks", moved);
        audit.record(actor, "account.reassigned", "account " + account.name(), detail);
        if (!csm.equals(account.csm())) {
            events.publishEvent(new AccountAssigned(id, csm, actor.member(), moved));
        }
        return moved;
    }

    /**
     * Gives everything that a member who leaves is in charge of to another one: accounts, running runs and open tasks.
     *
     * @throws IllegalArgumentException if the other one cannot be given work
     */
    @Transactional
    public void handOver(Member leaving, MemberId to, Actor actor) {
        Member member = assignable.member(to);
        MemberId from = leaving.id();
        int moved = accounts.handOver(from, to);
        int tasks = handOver("task set assignee_id = :to where assignee_id = :from and status = 'open'", from, to);
        int runs = handOver("run set owner_id = :to where owner_id = :from and status = 'running'", from, to);
        audit.record(
                actor,
                "member.handed_over",
                "member " + leaving.name(),
                Map.of("to", member.name(), "accounts", moved, "tasks", tasks, "runs", runs));
        events.publishEvent(new WorkHandedOver(leaving.name(), to, actor.member(), moved, tasks));
    }

    private int handOver(String update, MemberId from, MemberId to) {
        return jdbc.sql("update " + update)
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /** Moves the work of accounts whose CSM was changed elsewhere, such as by an event from a CRM. */
    @Transactional
    public void followAccounts() {
        OwnerChange which = policies.ownerChange();
        for (Followed followed : changedElsewhere()) {
            int moved = moveWork(followed.account(), followed.former(), followed.csm(), which);
            audit.record(
                    Actor.SYSTEM,
                    "account.work_moved",
                    "account " + followed.name(),
                    Map.of("to", followed.csm().value(), "which", which.code(), "tasks", moved));
            events.publishEvent(new AccountAssigned(followed.account(), followed.csm(), null, moved));
        }
    }

    /** @param former the owner of the runs, who was the CSM when somebody last looked */
    private record Followed(
            AccountId account, String name, @Nullable MemberId former, MemberId csm) {}

    private List<Followed> changedElsewhere() {
        return jdbc.sql("""
                        select distinct on (r.account_id) r.account_id, a.name, r.owner_id, a.csm_id
                        from run r join account a on a.id = r.account_id join member m on m.id = a.csm_id
                        where r.status = 'running' and m.active and r.owner_id is distinct from a.csm_id
                        order by r.account_id, r.id
                        """)
                .query((row, _) -> {
                    Long former = row.getObject("owner_id", Long.class);
                    return new Followed(
                            new AccountId(row.getLong("account_id")),
                            row.getString("name"),
                            former == null ? null : new MemberId(former),
                            new MemberId(row.getLong("csm_id")));
                })
                .list();
    }

    private int moveWork(AccountId account, @Nullable MemberId former, MemberId csm, OwnerChange which) {
        int moved = jdbc.sql("""
                        update task t set assignee_id = :csm
                        where t.account_id = :account and t.status = 'open' and t.role not in ('manager', 'member')
                          and t.assignee_id is distinct from :csm
                          and (:which <> 'none' and (:which = 'all' or t.run_id is not null)
                                 and (t.assignee_id = :former
                                   or t.assignee_id = (select r.owner_id from run r
                                                       where r.account_id = t.account_id and r.id = t.run_id))
                            or not exists (select from member m where m.id = t.assignee_id and m.active))
                        """)
                .param("csm", csm.value())
                .param("account", account.value())
                .param("former", former == null ? null : former.value())
                .param("which", which.code())
                .update();
        jdbc.sql("""
                        update run set owner_id = :csm
                        where account_id = :account and status = 'running' and owner_id is distinct from :csm
                        """)
                .param("csm", csm.value())
                .param("account", account.value())
                .update();
        return moved;
    }
}
