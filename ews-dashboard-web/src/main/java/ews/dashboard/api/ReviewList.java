package ews.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ews.domain.score.Points;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The weekly reviews of watch lists, those of the latest week first. */
@Repository
class ReviewList {

    private static final String SELECT = """
            select r.*, m.email as member, it.*,
                   case when r.whose ~ '^[0-9]+$' then (select email from member where id = r.whose::bigint) else r.whose end as csm
            from review r join member m on m.id = r.member_id
              cross join lateral (
                select count(*) as accounts, count(*) filter (where mark = 'reviewed') as reviewed,
                       count(*) filter (where mark = 'flagged') as flagged
                from review_account where review_id = r.id) it
            """;

    /**
     * One pass over a list.
     *
     * @param member the e-mail address of who does it
     * @param csm whose accounts of the list: an e-mail address, {@code all} or {@code none}; {@code null} if the member is gone
     */
    record Item(
            long id,
            String member,
            String list,
            String listName,
            @Nullable String csm,
            LocalDate week,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            int accounts,
            int reviewed,
            int flagged) {

        static Item of(ResultSet row, int number) throws SQLException {
            return new Item(
                    row.getLong("id"),
                    row.getString("member"),
                    row.getString("list"),
                    row.getString("list_name"),
                    row.getString("csm"),
                    row.getObject("week_on", LocalDate.class),
                    AlertView.instant(row, "started_at"),
                    AlertView.instant(row, "finished_at"),
                    row.getInt("accounts"),
                    row.getInt("reviewed"),
                    row.getInt("flagged"));
        }
    }

    /** An account of a review; what was said about it, and its health at that time. */
    record Marked(
            String account,
            String accountName,
            @Nullable String mark,
            @Nullable String note,
            @Nullable Instant markedAt,
            @Nullable String band,
            @Nullable Points score,
            @Nullable String answer,
            @Nullable String answeredBy) {

        static Marked of(ResultSet row, int number) throws SQLException {
            Integer score = row.getObject("score", Integer.class);
            return new Marked(
                    row.getString("key"),
                    row.getString("name"),
                    row.getString("mark"),
                    row.getString("note"),
                    AlertView.instant(row, "marked_at"),
                    row.getString("band"),
                    score == null ? null : new Points(score),
                    row.getString("answer"),
                    row.getString("settled_by"));
        }
    }

    record Whole(@JsonUnwrapped Item review, List<Marked> marks) {}

    private final JdbcClient jdbc;

    ReviewList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param week any day of it */
    Page<Item> page(
            @Nullable String member,
            @Nullable String list,
            @Nullable LocalDate week,
            @Nullable Cursor after,
            int limit) {
        List<Item> rows = jdbc.sql(SELECT + """
                        where (:member::text is null or lower(m.email) = lower(:member))
                          and (:list::text is null or r.list = :list)
                          and (:week::date is null or r.week_on = date_trunc('week', :week::date)::date)
                          and (:afterWeek::date is null or (r.week_on, r.id) < (:afterWeek, :afterId))
                        order by r.week_on desc, r.id desc limit :limit
                        """)
                .param("member", member)
                .param("list", list)
                .param("week", week)
                .param("afterWeek", after == null ? null : after.day(0))
                .param("afterId", after == null ? 0 : after.number(1))
                .param("limit", limit + 1)
                .query(Item::of)
                .list();
        return Page.of(rows, limit, row -> Cursor.after(row.week, row.id));
    }

    Optional<Whole> withId(long id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(Item::of)
                .optional()
                .map(item -> new Whole(item, marks(id)));
    }

    private List<Marked> marks(long id) {
        return jdbc.sql("""
                        select it.*, a.key, a.name from review_account it join account a on a.id = it.account_id
                        where it.review_id = :id order by it.place, it.account_id
                        """).param("id", id).query(Marked::of).list();
    }
}
