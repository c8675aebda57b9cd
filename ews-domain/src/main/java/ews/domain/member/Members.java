package ews.domain.member;

import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The members of the organisation. E-mail addresses are unique, whatever their case. */
@Repository
public class Members {

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    Members(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    public List<Member> all() {
        return jdbc.sql("select * from member order by name, id")
                .query(Members::member)
                .list();
    }

    public Optional<Member> withId(MemberId id) {
        return jdbc.sql("select * from member where id = :id")
                .param("id", id.value())
                .query(Members::member)
                .optional();
    }

    public Optional<Member> withEmail(String email) {
        return jdbc.sql("select * from member where lower(email) = lower(:email)")
                .param("email", email)
                .query(Members::member)
                .optional();
    }

    /** The member with this address: the one there is, or else a new one who cannot sign in until invited. */
    public Member ensure(String email, String name, Role role, boolean sample) {
        jdbc.sql("""
                        insert into member (email, name, role, sample, created_at)
                        values (:email, :name, :role, :sample, :now)
                        on conflict (lower(email)) do nothing
                        """)
                .param("email", email)
                .param("name", name)
                .param("role", role.code())
                .param("sample", sample)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
        return withEmail(email).orElseThrow();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another member has the address */
    public void change(MemberId id, String email, String name, Role role, boolean active) {
        jdbc.sql("update member set email = :email, name = :name, role = :role, active = :active where id = :id")
                .param("id", id.value())
                .param("email", email)
                .param("name", name)
                .param("role", role.code())
                .param("active", active)
                .update();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                new MemberId(row.getLong("id")),
                row.getString("email"),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getBoolean("active"),
                row.getBoolean("sample"));
    }
}
