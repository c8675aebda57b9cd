package ews.dashboard.emails;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.plays.email.Contact;
import ews.plays.email.Contacts;
import ews.plays.email.EmailId;
import ews.plays.email.Emails;
import ews.plays.email.Merged;
import ews.plays.email.Merging;
import ews.plays.email.NewEmail;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import ews.plays.outbox.Channel;
import ews.plays.outbox.Transports;
import ews.plays.play.Step.EmailStep;
import ews.plays.run.RunLists;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fills in emails while they are written, and sends them. */
@Component
class Composing {

    private final Receivers.Reading receivers;
    private final Contacts contacts;
    private final Templates templates;
    private final Merging merging;
    private final Emails emails;
    private final RunLists runs;
    private final Transports transports;

    Composing(
            Receivers.Reading receivers,
            Contacts contacts,
            Templates templates,
            Merging merging,
            Emails emails,
            RunLists runs,
            Transports transports) {
        this.receivers = receivers;
        this.contacts = contacts;
        this.templates = templates;
        this.merging = merging;
        this.emails = emails;
        this.runs = runs;
        this.transports = transports;
    }

    Composer page(Occasion about, EmailForm form, Viewer viewer) {
        return new Composer(
                about,
                form,
                receivers.of(about.account().id(), form.chosen(), typed(form.find())),
                templates.all(),
                letter(about, form, viewer),
                transports.obstacles().get(Channel.EMAIL));
    }

    /**
     * The form as it begins: for a task that a play has made to get an email sent, with the template and the contacts that
     * the play names, unless somebody has chosen others.
     */
    EmailForm begun(Occasion about, EmailForm form, Viewer viewer) {
        boolean chosen = form.template() != null || !form.chosen().isEmpty();
        if (chosen || about.task() == null) {
            return filledIn(about, form, viewer);
        }
        return runs.stepBehind(about.task().id())
                .filter(EmailStep.class::isInstance)
                .map(EmailStep.class::cast)
                .map(step -> filledIn(about, form.with(step.template(), receivers(about, step)), viewer))
                .orElseGet(() -> filledIn(about, form, viewer));
    }

    /** Those whom the play means; nobody if they are so many that somebody has to choose. */
    private List<Long> receivers(Occasion about, EmailStep step) {
        List<Contact> meant = contacts.writable(about.account().id(), step.role(), Emails.MOST_CONTACTS + 1);
        return meant.size() > Emails.MOST_CONTACTS
                ? List.of()
                : meant.stream().map(Contact::id).toList();
    }

    /** The form with the text that its template has for whom it goes to; without one, there is none. */
    EmailForm filledIn(Occasion about, EmailForm form, Viewer viewer) {
        return form.with(merged(about, form, viewer).map(Writing::of).orElse(Writing.NOTHING));
    }

    Letter letter(Occasion about, EmailForm form, Viewer viewer) {
        return Letter.of(asItReads(about, form, viewer));
    }

    /**
     * Puts it into the outbox.
     *
     * @throws IllegalArgumentException if it cannot be sent like that; the message says what to change
     */
    EmailId send(Occasion about, EmailForm form, Viewer viewer) {
        return emails.send(
                NewEmail.of(
                        asItReads(about, form, viewer),
                        form.dedupKey(),
                        about.account().id(),
                        about.runId(),
                        viewer.member(),
                        to(about, form)),
                viewer.actor());
    }

    /** What a template has said as it says it; what somebody has written with the merge fields in it filled in, too. */
    private Merged asItReads(Occasion about, EmailForm form, Viewer viewer) {
        Writing writing = form.writing();
        return merged(about, form, viewer)
                .filter(it -> Writing.of(it).equals(writing))
                .orElseGet(
                        () -> merged(new Template("", "", writing.subject(), writing.text(), 0), about, form, viewer));
    }

    private Optional<Merged> merged(Occasion about, EmailForm form, Viewer viewer) {
        return templates.withKey(typed(form.template())).map(it -> merged(it, about, form, viewer));
    }

    private Merged merged(Template template, Occasion about, EmailForm form, Viewer viewer) {
        return merging.merge(template, about.account().id(), to(about, form), about.runId(), viewer.member());
    }

    private List<Contact> to(Occasion about, EmailForm form) {
        return contacts.withIds(about.account().id(), form.chosen());
    }
}
