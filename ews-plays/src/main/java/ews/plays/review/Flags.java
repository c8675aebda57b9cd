package ews.plays.review;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that were flagged in reviews and wait for an answer. */
@Repository
public class Flags {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final OrganisationDays days;

    Flags(JdbcClient jdbc, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.days = days;
    }

    /**
     * The open ones, the oldest first. Who says something else about the account in a later review takes the flag back.
     *
     * @param member whose; {@code null} for everybody's
     */
    public List<Flag> open(@Nullable MemberId member, int limit) {
        return jdbc.sql("""
                        select it.*, a.name as account_name, m.name as member_name, r.list_name
                        from review_account it join review r on r.id = it.review_id
                          join account a on a.id = it.account_id join member m on m.id = r.member_id
                        where it.mark = 'flagged' and it.settled_at is null
                          and (:member::bigint is null or r.member_id = :member)
                          and not exists (
                            select from review_account later join review on review.id = later.review_id
                            where later.account_id = it.account_id and review.member_id = r.member_id
                              and later.marked_at > it.marked_at)
                        order by it.marked_at, it.account_id limit :limit
                        """)
                .param("member", member == null ? null : member.value())
                .param("limit", limit)
                .query((row, _) -> new Flag(
                        new ReviewId(row.getLong("review_id")),
                        new AccountId(row.getLong("account_id")),
                        row.getString("account_name"),
                        row.getString("member_name"),
                        row.getString("list_name"),
                        row.getString("note"),
                        row.getObject("marked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Answers a flag, which ends it.
     *
     * @throws IllegalArgumentException if the answer is missing or too long
     * @throws TransitionRefused if the account is not flagged there, or somebody has answered
     */
    @Transactional
    public void settle(ReviewId review, AccountId account, String answer, Actor actor) {
        String written = Written.required("answer", answer, Written.TEXT);
        int settled = jdbc.sql("""
                        update review_account set settled_at = :now, settled_by = :actor, answer = :answer
                        where review_id = :review and account_id = :account and mark = 'flagged' and settled_at is null
                        """)
                .param("review", review.value())
                .param("account", account.value())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("actor", actor.name())
                .param("answer", written)
                .update();
        if (settled == 0) {
            throw new TransitionRefused("This flag is not open any more: it was answered or taken back.");
        }
        audit.record(actor, "review.answered", "account " + account, Map.of("answer", written));
    }
}
