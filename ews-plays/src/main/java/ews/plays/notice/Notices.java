package ews.plays.notice;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The notices of members. Members of the sample company get none: their addresses are made up. */
@Repository
public class Notices {

    private static final Duration KEPT = Duration.ofDays(90);

    private static final String SELECT = """
            select it.id, it.kind, it.account_id, a.name as account_name, it.text, it.path, it.made_at,
                   it.seen_at is null as is_new
            from notice it left join account a on a.id = it.account_id
            """;

    /** Nobody is told of an account that is gone. */
    private static final String TELL = """
            insert into notice (member_id, kind, dedup_key, account_id, text, path, made_at)
            select m.id, :kind, :key, a.id, :text, :path, :now
            from member m
            left join account a on a.id = :account
            left join notice_choice choice on choice.member_id = m.id and choice.kind = :kind
            where m.active and not m.sample and coalesce(choice.way, :usual) <> 'none'
              and (a.id is not null or :account::bigint is null)
            """;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    Notices(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** Tells a member, unless they do not want to know or were told of the same key. */
    @Transactional
    public void tell(MemberId member, NewNotice notice) {
        tellEach(List.of(new Telling(member, notice)));
    }

    /** A notice for a member. */
    public record Telling(MemberId member, NewNotice notice) {}

    /** Tells many at once, each as {@link #tell} does. */
    @Transactional
    public void tellEach(List<Telling> all) {
        if (all.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into notice (member_id, kind, dedup_key, account_id, text, path, made_at)
                        select m.id, n.kind, n.key, a.id, n.text, n.path, :now
                        from unnest(:members::bigint[], :kinds::text[], :usual::text[], :keys::text[], :accounts::bigint[],
                                    :texts::text[], :paths::text[])
                             with ordinality n (member_id, kind, usual, key, account_id, text, path, place)
                        join member m on m.id = n.member_id
                        left join account a on a.id = n.account_id
                        left join notice_choice choice on choice.member_id = m.id and choice.kind = n.kind
                        where m.active and not m.sample and coalesce(choice.way, n.usual) <> 'none'
                          and (a.id is not null or n.account_id is null)
                        order by n.place
                        on conflict do nothing
                        """)
                .param("members", all.stream().map(it -> it.member.value()).toArray(Long[]::new))
                .param("kinds", texts(all, it -> it.kind().code()))
                .param("usual", texts(all, it -> it.kind().usual().way().code()))
                .param("keys", texts(all, NewNotice::key))
                .param(
                        "accounts",
                        all.stream()
                                .map(it -> it.notice.account() == null
                                        ? null
                                        : it.notice.account().value())
                                .toArray(Long[]::new))
                .param("texts", texts(all, NewNotice::text))
                .param("paths", texts(all, NewNotice::path))
                .param("now", now())
                .update();
    }

    private static String[] texts(List<Telling> all, Function<NewNotice, String> column) {
        return all.stream().map(it -> column.apply(it.notice)).toArray(String[]::new);
    }

    /** Tells the CSM of the account that the notice is about, if it has one. */
    @Transactional
    public void tellCsm(NewNotice notice) {
        insert(TELL + "and m.id = a.csm_id on conflict do nothing", notice).update();
    }

    /** Tells all who lead CSMs. */
    @Transactional
    public void tellLeaders(NewNotice notice) {
        insert(TELL + "and m.role in ('manager', 'admin') on conflict do nothing", notice)
                .update();
    }

    private JdbcClient.StatementSpec insert(String sql, NewNotice notice) {
        return jdbc.sql(sql)
                .param("kind", notice.kind().code())
                .param("usual", notice.kind().usual().way().code())
                .param("key", notice.key())
                .param(
                        "account",
                        notice.account() == null ? null : notice.account().value())
                .param("text", notice.text())
                .param("path", notice.path())
                .param("now", now());
    }

    /** The newest of a member. */
    public List<Notice> newest(MemberId member, int limit) {
        return jdbc.sql(SELECT + "where it.member_id = :member order by it.id desc limit :limit")
                .param("member", member.value())
                .param("limit", limit)
                .query(Notices::notice)
                .list();
    }

    /** From now on none of them is new. */
    @Transactional
    public void see(MemberId member) {
        jdbc.sql("update notice set seen_at = :now where member_id = :member and seen_at is null")
                .param("now", now())
                .param("member", member.value())
                .update();
    }

    /** Forgets what is old, whether or not it was seen. */
    @Transactional
    public int forgetOld() {
        return jdbc.sql("delete from notice where made_at < :before and told_at is not null")
                .param("before", days.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who has notices that somebody has to look at now. */
    List<MemberId> due() {
        return jdbc.sql("""
                        select distinct member_id from notice
                        where told_at is null and (waits_until is null or waits_until <= :now)
                        """)
                .param("now", now())
                .query((row, _) -> new MemberId(row.getLong("member_id")))
                .list();
    }

    /** What a member was not told of, also what waits, the oldest first; the caller's until its transaction ends. */
    List<Notice> untold(MemberId member) {
        return jdbc.sql(SELECT + """
                        where it.member_id = :member and it.told_at is null
                        order by it.id for update of it skip locked
                        """)
                .param("member", member.value())
                .query(Notices::notice)
                .list();
    }

    void told(Collection<Notice> notices) {
        jdbc.sql("update notice set told_at = :now where id = any(:ids)")
                .param("now", now())
                .param("ids", ids(notices))
                .update();
    }

    void postpone(Collection<Notice> notices, Instant until) {
        jdbc.sql("update notice set waits_until = :until where id = any(:ids)")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("ids", ids(notices))
                .update();
    }

    private static Long[] ids(Collection<Notice> notices) {
        return notices.stream().map(Notice::id).toArray(Long[]::new);
    }

    private OffsetDateTime now() {
        return days.now().atOffset(ZoneOffset.UTC);
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        Long account = row.getObject("account_id", Long.class);
        return new Notice(
                row.getLong("id"),
                NoticeKind.of(row.getString("kind")),
                account == null ? null : new AccountId(account),
                row.getString("account_name"),
                row.getString("text"),
                row.getString("path"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_new"));
    }
}
