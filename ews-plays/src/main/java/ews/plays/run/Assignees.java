package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.plays.play.Assignee;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who does the work on an account. Where nobody active is the one, the work waits for being assigned. */
@Repository
class Assignees {

    private static final String CSM = """
            select m.id from account a join member m on m.id = a.csm_id
            where a.id = :account and m.active
            """;

    /** The manager with the least to do; those of the sample company have no work on real accounts. */
    private static final String MANAGER = """
            select m.id from member m join account a on a.id = :account
            where m.role = 'manager' and m.active and (a.sample or not m.sample)
            order by m.sample = a.sample desc,
                     (select count(*) from task t where t.assignee_id = m.id and t.status = 'open'),
                     m.id
            limit 1
            """;

    private static final String SPONSOR = """
            select m.id from member m
            join (select value from attribute_change where account_id = :account and name = 'sponsor'
                  order by occurred_at desc, event_key desc limit 1) said
              on lower(said.value) in (lower(m.email), lower(m.name))
            where m.active order by m.id limit 1
            """;

    private static final String MEMBER = "select id from member where lower(email) = :member and active";

    private final JdbcClient jdbc;

    Assignees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<MemberId> of(AccountId account, Assignee assignee) {
        return switch (assignee.role()) {
            case CSM -> find(CSM, account, assignee);
            case MANAGER -> find(MANAGER, account, assignee);
            case SPONSOR -> find(SPONSOR, account, assignee).or(() -> find(CSM, account, assignee));
            case MEMBER -> find(MEMBER, account, assignee).or(() -> find(MANAGER, account, assignee));
        };
    }

    private Optional<MemberId> find(String sql, AccountId account, Assignee assignee) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("member", assignee.member())
                .query((row, _) -> new MemberId(row.getLong("id")))
                .optional();
    }
}
