package ews.plays.discussion;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.play.Mentioned;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The comments of members. Whom a comment mentions for the first time is told by {@link Mentioned}; nobody is told of
 * their own comments. Changing one that is another's, or older than {@link Comment#CHANGEABLE}, is
 * {@linkplain TransitionRefused refused}.
 */
@Repository
public class Comments {

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final Mentionable mentionable;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Comments(
            JdbcClient jdbc,
            OrganisationDays days,
            Mentionable mentionable,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.days = days;
        this.mentionable = mentionable;
        this.audit = audit;
        this.events = events;
    }

    /** Those on a topic, in the order in which they were written. */
    public List<Comment> on(Topic topic) {
        return jdbc.sql("""
                        select * from comment
                        where account_id = :account and run_id is not distinct from :run
                          and alert_id is not distinct from :alert
                        order by written_at, id
                        """)
                .param("account", topic.account().value())
                .param("run", topic.run() == null ? null : topic.run().value())
                .param("alert", topic.alert() == null ? null : topic.alert().value())
                .query(Comments::comment)
                .list();
    }

    public Optional<Comment> withId(CommentId id) {
        return jdbc.sql("select * from comment where id = :id")
                .param("id", id.value())
                .query(Comments::comment)
                .optional();
    }

    /**
     * @throws IllegalArgumentException if the text is missing or too long
     * @throws NoSuchElementException if there is no such account, or it has no such run or alert
     */
    @Transactional
    public Comment write(Topic topic, String text, Member author) {
        Comment written = insert(topic, Written.required("comment", text, Written.TEXT), author);
        record("comment.written", written, author);
        mention(written, author);
        return written;
    }

    /** @throws IllegalArgumentException if the text is missing or too long */
    @Transactional
    public Comment edit(CommentId id, String text, Member author) {
        Comment before = changeable(id, author);
        String written = Written.required("comment", text, Written.TEXT);
        if (written.equals(before.text())) {
            return before;
        }
        jdbc.sql("update comment set text = :text, edited_at = :now where id = :id")
                .param("text", written)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
        Comment edited = withId(id).orElseThrow();
        record("comment.edited", edited, author);
        mention(edited, author);
        return edited;
    }

    /** Takes a comment back, as if it had not been written; who was told of it stays told. */
    @Transactional
    public void delete(CommentId id, Member author) {
        Comment comment = changeable(id, author);
        jdbc.sql("delete from comment where id = :id").param("id", id.value()).update();
        record("comment.deleted", comment, author);
    }

    private Comment changeable(CommentId id, Member who) {
        Comment comment = withId(id).orElseThrow(() -> new NoSuchElementException("There is no comment " + id));
        if (!who.id().equals(comment.member())) {
            throw new TransitionRefused("Only %s can change this comment.".formatted(comment.author()));
        }
        if (!comment.isRecent(days.now())) {
            throw new TransitionRefused("This comment is older than %d minutes and stays: please write another one."
                    .formatted(Comment.CHANGEABLE.toMinutes()));
        }
        return comment;
    }

    private void mention(Comment comment, Member author) {
        Topic topic = comment.topic();
        for (MemberId member : new Mentions(mentionable.on(topic.account())).membersIn(comment.text())) {
            int first = jdbc.sql("""
                            insert into comment_mention (account_id, comment_id, member_id)
                            values (:account, :comment, :member) on conflict do nothing
                            """)
                    .param("account", topic.account().value())
                    .param("comment", comment.id().value())
                    .param("member", member.value())
                    .update();
            if (first == 1 && !member.equals(author.id())) {
                events.publishEvent(new Mentioned(
                        member,
                        Actor.of(author),
                        topic.account(),
                        topic.run(),
                        topic.alert(),
                        comment.id().value(),
                        comment.text()));
            }
        }
    }

    private Comment insert(Topic topic, String text, Member author) {
        try {
            return jdbc.sql("""
                            insert into comment (account_id, run_id, alert_id, member_id, author, text, written_at)
                            values (:account, :run, :alert, :member, :author, :text, :now)
                            returning *
                            """)
                    .param("account", topic.account().value())
                    .param("run", topic.run() == null ? null : topic.run().value())
                    .param("alert", topic.alert() == null ? null : topic.alert().value())
                    .param("member", author.id().value())
                    .param("author", author.name())
                    .param("text", text)
                    .param("now", days.now().atOffset(ZoneOffset.UTC))
                    .query(Comments::comment)
                    .single();
        } catch (DataIntegrityViolationException e) {
            throw new NoSuchElementException("There is nothing to comment on: " + topic);
        }
    }

    private void record(String action, Comment comment, Member author) {
        audit.record(
                Actor.of(author),
                action,
                "account " + comment.topic().account(),
                Map.of("comment", comment.id().value()));
    }

    private static Comment comment(ResultSet row, int number) throws SQLException {
        Long run = row.getObject("run_id", Long.class);
        Long alert = row.getObject("alert_id", Long.class);
        Long member = row.getObject("member_id", Long.class);
        OffsetDateTime edited = row.getObject("edited_at", OffsetDateTime.class);
        return new Comment(
                new CommentId(row.getLong("id")),
                new Topic(
                        new AccountId(row.getLong("account_id")),
                        run == null ? null : new RunId(run),
                        alert == null ? null : new AlertId(alert)),
                member == null ? null : new MemberId(member),
                row.getString("author"),
                row.getString("text"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                edited == null ? null : edited.toInstant());
    }
}
