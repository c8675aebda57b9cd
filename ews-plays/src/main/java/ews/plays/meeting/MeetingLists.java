package ews.plays.meeting;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The meetings as people look at them. */
@Repository
public class MeetingLists {

    private static final String SELECT = """
            select m.*, a.name account_name from meeting m join account a on a.id = m.account_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MeetingLists(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Meeting> withId(MeetingId id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id.value())
                .query(this::meeting)
                .optional();
    }

    /** What is planned with an account, the next one first; what was not called off stays until its day is over. */
    public List<Meeting> plannedWith(AccountId account) {
        return jdbc.sql(SELECT + "where m.account_id = :account and m.status = 'planned' order by m.starts_at, m.id")
                .param("account", account.value())
                .query(this::meeting)
                .list();
    }

    /** What a member has invited to from a time on and not called off. */
    List<Meeting> of(MemberId member, Instant from) {
        return jdbc.sql(SELECT + """
                        where m.member_id = :member and m.starts_at >= :from and m.status <> 'cancelled'
                        order by m.starts_at, m.id
                        """)
                .param("member", member.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(this::meeting)
                .list();
    }

    /** What began before a time and waits to be logged. */
    List<Meeting> plannedBefore(Instant end) {
        return jdbc.sql(SELECT + "where m.status = 'planned' and m.starts_at < :end order by m.starts_at, m.id")
                .param("end", end.atOffset(ZoneOffset.UTC))
                .query(this::meeting)
                .list();
    }

    Optional<Meeting> withUid(String uid) {
        return jdbc.sql(SELECT + "where m.uid = :uid")
                .param("uid", uid)
                .query(this::meeting)
                .optional();
    }

    private Meeting meeting(ResultSet row, int number) throws SQLException {
        long member = row.getLong("member_id");
        long run = row.getLong("run_id");
        return new Meeting(
                new MeetingId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getString("account_name"),
                row.getString("uid"),
                row.getInt("sequence"),
                row.getString("title"),
                row.getString("detail"),
                row.getString("place"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getInt("minutes"),
                member == 0 ? null : new MemberId(member),
                row.getString("organiser"),
                row.getString("organiser_email"),
                List.of(json.readValue(row.getString("guests"), Guest[].class)),
                run == 0 ? null : new RunId(run),
                MeetingState.of(row.getString("status")));
    }
}
