package ews.detection.override;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.fact.DirtyAccounts;
import ews.domain.score.Band;
import ews.domain.score.BandOverride;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * People's judgments of bands. They are kept when they have ended, so that a past day still reads as it was; setting
 * one has the account scored again within seconds.
 */
@Repository
public class Overrides {

    /** Longer than that, the profile should be changed instead. */
    public static final int MOST_DAYS = 180;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final DirtyAccounts dirty;
    private final OrganisationDays days;

    Overrides(JdbcClient jdbc, AuditLog audit, DirtyAccounts dirty, OrganisationDays days) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.dirty = dirty;
        this.days = days;
    }

    /**
     * From today on; ends the one that counts now.
     *
     * @throws IllegalArgumentException if it ends before it begins, or later than {@value #MOST_DAYS} days from now
     */
    @Transactional
    public void set(AccountId account, Band band, String reason, LocalDate until, Actor actor) {
        LocalDate today = days.today();
        if (until.isAfter(today.plusDays(MOST_DAYS))) {
            throw new IllegalArgumentException(
                    "It may last %d days at most; who always sees it differently should change the profile"
                            .formatted(MOST_DAYS));
        }
        var override = new BandOverride(band, reason.strip(), actor.name(), today, until);
        endCurrent(account, today);
        jdbc.sql("""
                        insert into band_override (account_id, band, reason, author, from_day, until_day, created_at)
                        values (:account, :band, :reason, :author, :from, :until, :now)
                        """)
                .param("account", account.value())
                .param("band", band.code())
                .param("reason", override.reason())
                .param("author", override.author())
                .param("from", today)
                .param("until", until)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(
                actor,
                "band.overridden",
                "account " + account,
                Map.of("band", band.code(), "reason", override.reason(), "until", until.toString()));
        dirty.account(account, today);
    }

    /** Has the computed band count again from today on; nothing happens where it does already. */
    @Transactional
    public void end(AccountId account, Actor actor) {
        LocalDate today = days.today();
        if (endCurrent(account, today) > 0) {
            audit.record(actor, "band.override_ended", "account " + account, Map.of());
            dirty.account(account, today);
        }
    }

    /** One that began today never counted; an earlier one counted until yesterday. */
    private int endCurrent(AccountId account, LocalDate today) {
        int begun = jdbc.sql("delete from band_override where account_id = :account and from_day >= :today")
                .param("account", account.value())
                .param("today", today)
                .update();
        int ended = jdbc.sql("""
                        update band_override set until_day = :yesterday where account_id = :account and until_day >= :today
                        """)
                .param("account", account.value())
                .param("today", today)
                .param("yesterday", today.minusDays(1))
                .update();
        return begun + ended;
    }

    /** All that these accounts ever had, oldest first; accounts without any are left out. */
    public Map<AccountId, List<BandOverride>> of(Collection<AccountId> accounts) {
        var overrides = new HashMap<AccountId, List<BandOverride>>();
        jdbc.sql("select * from band_override where account_id = any (:accounts) order by id")
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(row -> {
                    overrides
                            .computeIfAbsent(new AccountId(row.getLong("account_id")), _ -> new ArrayList<>())
                            .add(override(row));
                });
        return overrides;
    }

    private static BandOverride override(ResultSet row) throws SQLException {
        return new BandOverride(
                Band.of(row.getString("band")),
                row.getString("reason"),
                row.getString("author"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class));
    }
}
