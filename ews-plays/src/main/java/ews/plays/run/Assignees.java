package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.plays.play.AssigneeRole;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who does the work on an account, by role. Where nobody active has the role, the work waits for being assigned. */
@Repository
class Assignees {

    private final JdbcClient jdbc;

    Assignees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<MemberId> of(AccountId account, AssigneeRole role) {
        return jdbc.sql(
                        switch (role) {
                            case CSM -> """
                            select m.id from account a join member m on m.id = a.csm_id
                            where a.id = :account and m.active
                            """;
                            // The manager with the least to do; those of the sample company have no work on real
                            // accounts.
                            case MANAGER -> """
                            select m.id from member m join account a on a.id = :account
                            where m.role = 'manager' and m.active and (a.sample or not m.sample)
                            order by m.sample = a.sample desc,
                                     (select count(*) from task t where t.assignee_id = m.id and t.status = 'open'),
                                     m.id
                            limit 1
                            """;
                        })
                .param("account", account.value())
                .query((row, _) -> new MemberId(row.getLong("id")))
                .optional();
    }
}
