package ews.dashboard.setup.member;

import ews.dashboard.view.Avatar;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members with what an admin wants to know beside them. */
@Repository
class MemberList {

    /**
     * One member.
     *
     * @param joined whether they chose a password, so that they can sign in
     */
    record Row(
            Member member,
            Workload workload,
            boolean joined,
            @Nullable Instant seenAt) {

        public Avatar avatar() {
            return Avatar.of(member.name());
        }

        public String state() {
            if (!member.active()) {
                return "Deactivated";
            }
            return member.sample() ? "Sample" : joined ? "Active" : "Invited";
        }
    }

    private final JdbcClient jdbc;

    MemberList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Active ones first, by name. */
    List<Row> all() {
        return rows(null);
    }

    Optional<Row> withId(long id) {
        return rows(id).stream().findFirst();
    }

    private List<Row> rows(@Nullable Long id) {
        return jdbc.sql("""
                        select m.*, m.password_hash is not null as joined,
                               (select count(*) from account a where a.csm_id = m.id and a.cancelled_on is null
                                  and a.archived_at is null) as accounts,
                               (select count(*) from task t where t.assignee_id = m.id and t.status = 'open') as tasks
                        from member m
                        where :id::bigint is null or m.id = :id
                        order by m.active desc, m.name, m.id
                        """)
                .param("id", id)
                .query((row, _) -> {
                    OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
                    return new Row(
                            new Member(
                                    new MemberId(row.getLong("id")),
                                    row.getString("email"),
                                    row.getString("name"),
                                    Role.of(row.getString("role")),
                                    row.getBoolean("active"),
                                    row.getBoolean("sample")),
                            new Workload(row.getInt("accounts"), row.getInt("tasks")),
                            row.getBoolean("joined"),
                            seen == null ? null : seen.toInstant());
                })
                .list();
    }
}
