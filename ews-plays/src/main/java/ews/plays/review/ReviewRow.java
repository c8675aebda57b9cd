package ews.plays.review;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.score.Band;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads reviews and their accounts from rows. */
final class ReviewRow {

    static final String REVIEWS = """
            select r.*, m.name as member_name, it.*
            from review r join member m on m.id = r.member_id
              cross join lateral (
                select count(*) as accounts, count(*) filter (where mark = 'reviewed') as reviewed,
                       count(*) filter (where mark = 'flagged') as flagged
                from review_account where review_id = r.id) it
            """;

    private ReviewRow() {}

    static Review review(ResultSet row, int number) throws SQLException {
        return new Review(
                new ReviewId(row.getLong("id")),
                new MemberId(row.getLong("member_id")),
                row.getString("member_name"),
                row.getString("list"),
                row.getString("list_name"),
                row.getString("whose"),
                row.getObject("week_on", LocalDate.class),
                Objects.requireNonNull(instant(row, "started_at")),
                instant(row, "finished_at"),
                row.getInt("accounts"),
                row.getInt("reviewed"),
                row.getInt("flagged"));
    }

    static ReviewedAccount account(ResultSet row, int number) throws SQLException {
        String mark = row.getString("mark");
        String band = row.getString("band");
        return new ReviewedAccount(
                new AccountId(row.getLong("account_id")),
                row.getString("key"),
                row.getString("name"),
                mark == null ? null : Mark.of(mark),
                row.getString("note"),
                instant(row, "marked_at"),
                band == null ? null : Band.of(band),
                row.getObject("score", Integer.class),
                row.getString("settled_by"),
                row.getString("answer"));
    }

    static Look look(ResultSet row, int number) throws SQLException {
        String band = row.getString("band");
        return new Look(
                Objects.requireNonNull(instant(row, "marked_at")),
                row.getString("list_name"),
                Mark.of(row.getString("mark")),
                row.getString("note"),
                band == null ? null : Band.of(band),
                row.getObject("score", Integer.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
