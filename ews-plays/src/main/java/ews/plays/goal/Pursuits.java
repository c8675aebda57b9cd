package ews.plays.goal;

import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Definition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The goals that are still to be reached, by runs, also ended ones, and by those that were held out. */
@Repository
class Pursuits {

    /** For so many days a goal can still be found to have been reached in time, if nobody was there to look. */
    private static final int LATE_DAYS = 7;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    Pursuits(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    /**
     * Those whose time is not over, or was over on a day on which nobody was there to look, in the order of their
     * accounts.
     */
    List<Pursuit> open() {
        return jdbc.sql("""
                        select account_id, id, false held_out, status = 'running' running, started_at begun_at, definition
                        from run
                        where goal_reached_on is null and status <> 'cancelled' and watched_until >= :oldest
                        union all
                        select account_id, id, true, false, held_out_at, definition
                        from held_out
                        where goal_reached_on is null and watched_until >= :oldest
                        order by account_id, id
                        """)
                .param("oldest", days.today().minusDays(LATE_DAYS))
                .query(this::pursuit)
                .list();
    }

    /** Those whose time is over need an outcome that somebody tells. */
    void giveUp() {
        jdbc.sql("update run set watched_until = null where status = 'running' and watched_until < :today")
                .param("today", days.today())
                .update();
    }

    /** @param day that has begun when it was reached */
    void reached(Pursuit pursuit, LocalDate day) {
        jdbc.sql("update %s set goal_reached_on = :day where account_id = :account and id = :id"
                        .formatted(pursuit.heldOut() ? "held_out" : "run"))
                .param("day", day)
                .param("account", pursuit.account().value())
                .param("id", pursuit.id())
                .update();
    }

    private Pursuit pursuit(ResultSet row, int number) throws SQLException {
        return new Pursuit(
                new AccountId(row.getLong("account_id")),
                row.getLong("id"),
                row.getBoolean("held_out"),
                row.getBoolean("running"),
                days.dayOf(row.getObject("begun_at", OffsetDateTime.class).toInstant()),
                Objects.requireNonNull(json.readValue(row.getString("definition"), Definition.class)
                        .goal()));
    }
}
