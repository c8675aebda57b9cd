package ews.sensors.fact;

import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which accounts were merged into which. */
@Repository
public class Merges {

    private static final String SELECT = """
            select m.*, a.name as kept_name from account_merge m left join account a on a.id = m.kept_id
            """;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    Merges(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** The latest first. */
    public List<Merge> all() {
        return jdbc.sql(SELECT + "order by m.id desc").query(Merges::merge).list();
    }

    public Optional<Merge> withId(long id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id)
                .query(Merges::merge)
                .optional();
    }

    /** The account into which this one was merged, if it was. */
    public Optional<AccountId> into(AccountId gone) {
        return jdbc.sql("""
                        select kept_id from account_merge where gone_id = :gone and undone_at is null
                        order by id desc limit 1
                        """)
                .param("gone", gone.value())
                .query((row, _) -> new AccountId(row.getLong("kept_id")))
                .optional();
    }

    /** Forgets what is needed to undo merges that cannot be undone any more. */
    public void forgetWhatIsLongAgo() {
        jdbc.sql("""
                        delete from account_merge_row r using account_merge m
                        where m.id = r.merge_id and (m.at < :long_ago or m.undone_at is not null)
                        """)
                .param("long_ago", days.now().minus(Merge.UNDOABLE).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Merge merge(ResultSet row, int number) throws SQLException {
        Timestamp undone = row.getTimestamp("undone_at");
        return new Merge(
                row.getLong("id"),
                new AccountId(row.getLong("kept_id")),
                row.getString("kept_name"),
                new AccountId(row.getLong("gone_id")),
                Objects.requireNonNull(row.getString("gone_key")),
                Objects.requireNonNull(row.getString("gone_name")),
                List.of((String[]) row.getArray("keys").getArray()),
                row.getTimestamp("at").toInstant(),
                Objects.requireNonNull(row.getString("author")),
                undone == null ? null : undone.toInstant(),
                row.getString("undone_by"));
    }
}
