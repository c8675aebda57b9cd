package ews.plays.run;

import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.play.RunId;
import ews.plays.email.Contact;
import ews.plays.email.Contacts;
import ews.plays.email.Emails;
import ews.plays.email.Merged;
import ews.plays.email.Merging;
import ews.plays.email.NewEmail;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import ews.plays.play.Step.EmailStep;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The emails of plays to contacts, which are sent in the name of the account's CSM. */
@Component
class ContactEmails {

    private final Accounts accounts;
    private final Members members;
    private final Contacts contacts;
    private final Templates templates;
    private final Merging merging;
    private final Emails emails;

    ContactEmails(
            Accounts accounts,
            Members members,
            Contacts contacts,
            Templates templates,
            Merging merging,
            Emails emails) {
        this.accounts = accounts;
        this.members = members;
        this.contacts = contacts;
        this.templates = templates;
        this.merging = merging;
        this.emails = emails;
    }

    /**
     * An email as it would be sent.
     *
     * @param title what the template is called
     * @param text {@code null} if there is no such template any more
     * @param obstacle why nobody but a person can send it, in a sentence; {@code null} if nothing stands in the way
     */
    record Draft(
            String title,
            List<Contact> to,
            @Nullable Member from,
            @Nullable Merged text,
            @Nullable String obstacle) {}

    /** @param run in which it would be sent; {@code null} if in none yet */
    Draft draft(EmailStep step, AccountId account, @Nullable RunId run) {
        List<Contact> to = contacts.writable(account, step.role(), Emails.MOST_CONTACTS + 1);
        Member from = csm(account);
        Optional<Template> template = templates.withKey(step.template());
        if (template.isEmpty()) {
            return new Draft(
                    step.template(), to, from, null, "There is no email template “%s”.".formatted(step.template()));
        }
        List<Contact> receivers = to.size() > Emails.MOST_CONTACTS ? List.of() : to;
        Merged text = merging.merge(template.get(), account, receivers, run, from);
        String obstacle = to.size() > Emails.MOST_CONTACTS
                ? "There are more than %d %s.".formatted(Emails.MOST_CONTACTS, step.receivers())
                : obstacle(step, account, to, from, text);
        return new Draft(template.get().name(), receivers, from, text, obstacle);
    }

    private static @Nullable String obstacle(
            EmailStep step, AccountId account, List<Contact> to, @Nullable Member from, Merged text) {
        if (to.isEmpty()) {
            return "No email address is known of %s, or they do not want emails.".formatted(step.receivers());
        }
        if (from == null) {
            return "The account has no CSM in whose name it could be sent.";
        }
        return Emails.problem(NewEmail.of(text, "draft", account, null, from, to))
                .orElse(null);
    }

    /** Sends it once for each step of a run, whoever asks again. */
    void send(Draft draft, Position position) {
        if (draft.text() == null || draft.from() == null || draft.obstacle() != null) {
            throw new IllegalArgumentException("It cannot be sent: " + draft.obstacle());
        }
        emails.send(
                NewEmail.of(
                        draft.text(),
                        "run %s step %d".formatted(position.run(), position.next()),
                        position.account(),
                        position.run(),
                        draft.from(),
                        draft.to()),
                Actor.SYSTEM);
    }

    private @Nullable Member csm(AccountId id) {
        return accounts.withId(id)
                .map(Account::csm)
                .flatMap(members::withId)
                .filter(Member::active)
                .orElse(null);
    }
}
