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

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    Pursuits(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    /** Those whose time is not over, in the order of their accounts. */
    List<Pursuit> open() {
        LocalDate today = days.today();
        return jdbc.sql("""
                        select account_id, id, false held_out, status = 'running' running, started_at begun_at, definition
                        from run
                        where goal_reached_on is null and status <> 'cancelled' and watched_until >= :today
                        union all
                        select account_id, id, true, false, held_out_at, definition
                        from held_out
                        where goal_reached_on is null and watched_until >= :today
                        order by account_id, id
                        """).param("today", today).query(this::pursuit).list();
    }

    /** Those whose time is over need an outcome that somebody tells. */
    void giveUp() {
        jdbc.sql("update run set watched_until = null where status = 'running' and watched_until < :today")
                .param("today", days.today())
                .update();
    }

    void reached(Pursuit pursuit) {
        jdbc.sql("update %s set goal_reached_on = :today where account_id = :account and id = :id"
                        .formatted(pursuit.heldOut() ? "held_out" : "run"))
                .param("today", days.today())
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
