package ews.plays.checkin;

import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How many days may pass between check-ins: by segment, and otherwise for single accounts. */
@Repository
public class Cadences {

    /** Of segments that nobody has said anything about: once a quarter. */
    public static final int USUAL = 90;

    public static final int SHORTEST = 7;
    public static final int LONGEST = 366;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AuditLog audit;
    private final OrganisationDays days;

    Cadences(JdbcClient jdbc, Accounts accounts, AuditLog audit, OrganisationDays days) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
        this.days = days;
    }

    /**
     * What counts for a segment.
     *
     * @param every in days; {@code null} where its accounts have no check-ins
     */
    record OfSegment(
            int segment, String key, String name, @Nullable Integer every) {}

    /** Those of all segments, in the order in which they take accounts. */
    List<OfSegment> ofSegments() {
        return jdbc.sql("""
                        select s.id, s.key, s.name,
                               case when c.segment_id is null then :usual else c.days end days
                        from segment s left join segment_cadence c on c.segment_id = s.id
                        order by s.position
                        """)
                .param("usual", USUAL)
                .query((row, _) -> new OfSegment(
                        row.getInt("id"),
                        row.getString("key"),
                        row.getString("name"),
                        row.getObject("days", Integer.class)))
                .list();
    }

    /** The cadence of a segment in days; empty where its accounts have no check-ins. */
    public Optional<Integer> ofSegment(int segment) {
        Map<Integer, Optional<Integer>> decided = new HashMap<>();
        jdbc.sql("select segment_id, days from segment_cadence where segment_id = :segment")
                .param("segment", segment)
                .query(row -> {
                    decided.put(row.getInt("segment_id"), Optional.ofNullable(row.getObject("days", Integer.class)));
                });
        return decided.getOrDefault(segment, Optional.of(USUAL));
    }

    /**
     * @param every in days; {@code null} for no check-ins
     * @param name of the segment, for the audit log
     * @throws IllegalArgumentException if the days are too few or too many
     */
    @Transactional
    public void changeSegment(int segment, String name, @Nullable Integer every, Actor actor) {
        Integer possible = possible(every);
        if (ofSegment(segment).equals(Optional.ofNullable(possible))) {
            return;
        }
        jdbc.sql("""
                        insert into segment_cadence (segment_id, days) values (:segment, :days)
                        on conflict (segment_id) do update set days = excluded.days
                        """).param("segment", segment).param("days", possible).update();
        record(actor, "segment " + name, possible, null);
    }

    /**
     * Gives an account a cadence of its own.
     *
     * @param every in days; {@code null} for no check-ins
     * @throws IllegalArgumentException if the days are too few or too many, or the reason is missing
     * @throws NoSuchElementException if there is no such account
     */
    @Transactional
    public void override(AccountId account, @Nullable Integer every, String reason, Actor actor) {
        if (accounts.withId(account).isEmpty()) {
            throw new NoSuchElementException("There is no account " + account);
        }
        Integer possible = possible(every);
        String why = Written.required("reason", reason, Written.LINE);
        jdbc.sql("""
                        insert into account_cadence (account_id, days, reason, author, decided_at)
                        values (:account, :days, :reason, :author, :now)
                        on conflict (account_id) do update
                        set days = excluded.days, reason = excluded.reason, author = excluded.author,
                            decided_at = excluded.decided_at
                        """)
                .param("account", account.value())
                .param("days", possible)
                .param("reason", why)
                .param("author", actor.name())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
        record(actor, "account " + account, possible, why);
    }

    /** Lets the cadence of the segment count again; nothing changes if it does already. */
    @Transactional
    public void followSegment(AccountId account, Actor actor) {
        int removed = jdbc.sql("delete from account_cadence where account_id = :account")
                .param("account", account.value())
                .update();
        if (removed == 1) {
            audit.record(actor, "cadence.followed_segment", "account " + account, Map.of());
        }
    }

    private void record(Actor actor, String subject, @Nullable Integer every, @Nullable String reason) {
        var detail = new HashMap<String, @Nullable Object>();
        detail.put("days", every);
        if (reason != null) {
            detail.put("reason", reason);
        }
        audit.record(actor, "cadence.changed", subject, detail);
    }

    private static @Nullable Integer possible(@Nullable Integer every) {
        if (every != null && (every < SHORTEST || every > LONGEST)) {
            throw new IllegalArgumentException(
                    "Check-ins are %d to %d days apart, not %d.".formatted(SHORTEST, LONGEST, every));
        }
        return every;
    }
}
