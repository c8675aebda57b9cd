package ews.plays.email;

import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.channel.Email;
import ews.plays.outbox.MessageId;
import ews.plays.outbox.MessageState;
import ews.plays.outbox.NewMessage;
import ews.plays.outbox.Outbox;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The emails that were sent to contacts. Each is a touchpoint of its account. */
@Repository
public class Emails {

    /** More contacts at once are a newsletter, which nobody writes like this. */
    public static final int MOST_CONTACTS = 20;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Touchpoints touchpoints;
    private final OrganisationDays days;

    Emails(JdbcClient jdbc, Accounts accounts, Outbox outbox, Touchpoints touchpoints, OrganisationDays days) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.outbox = outbox;
        this.touchpoints = touchpoints;
        this.days = days;
    }

    /**
     * Puts an email into the outbox and logs it, once for each dedup key. To contacts of the sample company, who are made
     * up, nothing is sent; the rest is the same.
     *
     * @return the email, or the earlier one of that key
     * @throws IllegalArgumentException if it cannot be sent like that; the message says what to change
     * @throws NoSuchElementException if there is no such account, or the account has no such run
     */
    @Transactional
    public EmailId send(NewEmail email, Actor actor) {
        Account account = accounts.withId(email.account())
                .orElseThrow(() -> new NoSuchElementException("There is no account " + email.account()));
        Checked checked = Checked.of(email);
        hold(account.id());
        Optional<EmailId> earlier = withDedupKey(account.id(), email.dedupKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        NewMessage message = message(email, checked);
        if (!account.sample()) {
            outbox.put(message);
        }
        long touchpoint =
                touchpoints.log(account.id(), TouchpointKind.EMAIL, days.now(), checked.note(), email.run(), actor);
        return insert(email, checked, touchpoint, message.dedupKey());
    }

    /** Why an email cannot be sent like that, in a sentence; empty if it can. */
    public static Optional<String> problem(NewEmail email) {
        try {
            Checked.of(email);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    public Optional<SentEmail> withId(EmailId id) {
        return jdbc.sql("""
                        select e.*, t.author, t.occurred_at, t.run_id, r.play_name, m.state, m.last_error, a.sample
                        from email e
                        join account a on a.id = e.account_id
                        join touchpoint t on t.account_id = e.account_id and t.id = e.touchpoint_id
                        left join run r on r.account_id = t.account_id and r.id = t.run_id
                        left join outbox_message m on m.id = e.message_id
                        where e.id = :id
                        """).param("id", id.value()).query(Emails::sent).optional();
    }

    /** Of two who send the same email to an account, lets the second one see the first. */
    private void hold(AccountId account) {
        jdbc.sql("select id from account where id = :id for no key update")
                .param("id", account.value())
                .query(Long.class)
                .single();
    }

    private Optional<EmailId> withDedupKey(AccountId account, String key) {
        return jdbc.sql("select id from email where account_id = :account and dedup_key = :key")
                .param("account", account.value())
                .param("key", key)
                .query((row, _) -> new EmailId(row.getLong("id")))
                .optional();
    }

    private static NewMessage message(NewEmail email, Checked checked) {
        NewMessage message = new Email(
                        checked.receivers(),
                        checked.subject(),
                        checked.text(),
                        EmailHtml.document(checked.html()),
                        email.from().name(),
                        email.from().email(),
                        null)
                .message("email %s %s".formatted(email.account(), email.dedupKey()));
        return email.run() == null ? message.about(email.account()) : message.in(email.account(), email.run());
    }

    private EmailId insert(NewEmail email, Checked checked, long touchpoint, String messageKey) {
        return jdbc.sql("""
                        insert into email (account_id, dedup_key, touchpoint_id, message_id, receivers, subject, body)
                        values (:account, :key, :touchpoint, (select id from outbox_message where dedup_key = :message),
                                :receivers, :subject, :body)
                        returning id
                        """)
                .param("account", email.account().value())
                .param("key", email.dedupKey())
                .param("touchpoint", touchpoint)
                .param("message", messageKey)
                .param("receivers", checked.receivers())
                .param("subject", checked.subject())
                .param("body", checked.text())
                .query((row, _) -> new EmailId(row.getLong("id")))
                .single();
    }

    private static SentEmail sent(ResultSet row, int number) throws SQLException {
        long run = row.getLong("run_id");
        UUID message = row.getObject("message_id", UUID.class);
        String state = row.getString("state");
        return new SentEmail(
                new EmailId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getString("receivers"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("author"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                run == 0 ? null : new RunId(run),
                row.getString("play_name"),
                message == null ? null : new MessageId(message),
                state == null ? null : MessageState.of(state),
                row.getString("last_error"),
                row.getBoolean("sample"));
    }
}
