package ews.dashboard.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on a watch list, in the order in which the accounts appeared. */
@Repository
class EntryList {

    static final String CURRENT = "current";
    static final List<String> STATES = List.of(CURRENT, "ended");

    /**
     * One account on the list.
     *
     * @param until its last day there; {@code null} if it stays until somebody takes it off
     * @param run whose step put it there; {@code null} if a person or a source did
     */
    record Item(
            @JsonIgnore long id,
            String account,
            String accountName,
            String reason,
            @Nullable Instant addedAt,
            String addedBy,
            @Nullable LocalDate until,
            @Nullable Long run) {

        static Item of(ResultSet row, int number) throws SQLException {
            return new Item(
                    row.getLong("account_id"),
                    row.getString("key"),
                    row.getString("name"),
                    row.getString("reason"),
                    AlertView.instant(row, "added_at"),
                    row.getString("added_by"),
                    row.getObject("until_on", LocalDate.class),
                    row.getObject("run_id", Long.class));
        }
    }

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    EntryList(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    Page<Item> page(String list, String state, @Nullable Cursor after, int limit) {
        List<Item> rows = jdbc.sql("""
                        select e.*, a.key, a.name
                        from watch_list_entry e join account a on a.id = e.account_id
                        where e.watch_list_id = (select id from watch_list where key = :list)
                          and coalesce(e.until_on >= :today, true) = :current and e.account_id > :after
                        order by e.account_id limit :limit
                        """)
                .param("list", list)
                .param("today", days.today())
                .param("current", state.equals(CURRENT))
                .param("after", after == null ? 0 : after.number(0))
                .param("limit", limit + 1)
                .query(Item::of)
                .list();
        return Page.of(rows, limit, row -> Cursor.after(row.id));
    }
}
