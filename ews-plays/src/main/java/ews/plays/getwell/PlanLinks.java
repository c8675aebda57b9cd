package ews.plays.getwell;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Private links with which customers read their plans without signing in. A link works until it expires, is revoked, or
 * its plan is given up.
 */
@Repository
public class PlanLinks {

    /** For how many days a link can be made. */
    public static final List<Integer> DAYS = List.of(7, 30, 90);

    private final JdbcClient jdbc;
    private final PlansUnderWay underWay;
    private final PlanRows plans;
    private final PlanHistory history;
    private final OrganisationDays days;

    PlanLinks(JdbcClient jdbc, PlansUnderWay underWay, PlanRows plans, PlanHistory history, OrganisationDays days) {
        this.jdbc = jdbc;
        this.underWay = underWay;
        this.plans = plans;
        this.history = history;
        this.days = days;
    }

    /**
     * Makes a link to a plan that is under way.
     *
     * @param forDays one of {@link #DAYS}
     */
    @Transactional
    public NewLink create(PlanId plan, int forDays, Actor actor) {
        if (!DAYS.contains(forDays)) {
            throw new IllegalArgumentException("A link works for 7, 30 or 90 days, not for %d.".formatted(forDays));
        }
        AccountId account = underWay.hold(plan);
        String token = LinkToken.random();
        Instant expires = days.now().plus(forDays, ChronoUnit.DAYS);
        jdbc.sql("""
                        insert into plan_link (account_id, plan_id, token_hash, author, created_at, expires_at)
                        values (:account, :plan, :hash, :author, :now, :expires)
                        """)
                .param("account", account.value())
                .param("plan", plan.value())
                .param("hash", LinkToken.hash(token))
                .param("author", actor.name())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
        history.record(actor, "plan.shared", account, plan, "a link for %d days".formatted(forDays));
        return new NewLink("/shared/plan/" + token, expires);
    }

    /** The newest first. */
    public List<PlanLink> ofPlan(GetWellPlan plan) {
        return jdbc.sql("""
                        select * from plan_link where account_id = :account and plan_id = :plan order by id desc
                        """)
                .param("account", plan.account().value())
                .param("plan", plan.id().value())
                .query(PlanLinks::link)
                .list();
    }

    /** @throws NoSuchElementException if the plan has no such link that is not revoked yet */
    @Transactional
    public void revoke(GetWellPlan plan, long link, Actor actor) {
        int revoked = jdbc.sql("""
                        update plan_link set revoked_at = :now
                        where account_id = :account and plan_id = :plan and id = :id and revoked_at is null
                        """)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("account", plan.account().value())
                .param("plan", plan.id().value())
                .param("id", link)
                .update();
        if (revoked == 0) {
            throw new NoSuchElementException("The plan has no link %d that works".formatted(link));
        }
        history.record(actor, "plan.link_revoked", plan.account(), plan.id(), "");
    }

    /**
     * The plan of a link; empty if the link does not work, whyever.
     *
     * @param counts whether that is one more time that it was opened
     */
    @Transactional
    public Optional<GetWellPlan> open(String token, boolean counts) {
        return jdbc.sql("""
                        update plan_link l
                        set opens = opens + case when :counts then 1 else 0 end,
                            last_opened_at = case when :counts then :now else last_opened_at end
                        from get_well_plan p
                        where l.token_hash = :hash and l.revoked_at is null and l.expires_at > :now
                          and p.account_id = l.account_id and p.id = l.plan_id and p.status <> 'given_up'
                        returning p.id
                        """)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("hash", LinkToken.hash(token))
                .param("counts", counts)
                .query((row, _) -> new PlanId(row.getLong("id")))
                .optional()
                .flatMap(plans::withId);
    }

    private static PlanLink link(ResultSet row, int number) throws SQLException {
        return new PlanLink(
                row.getLong("id"),
                row.getString("author"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                PlanRows.instant(row, "revoked_at"),
                row.getInt("opens"),
                PlanRows.instant(row, "last_opened_at"));
    }
}
