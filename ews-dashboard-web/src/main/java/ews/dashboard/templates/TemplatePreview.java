package ews.dashboard.templates;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.accounts.AccountNames;
import ews.dashboard.emails.Letter;
import ews.dashboard.security.Viewer;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.play.RunId;
import ews.plays.email.Contact;
import ews.plays.email.Contacts;
import ews.plays.email.Merging;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How a template reads for an account.
 *
 * @param whom it would be sent to, in a few words
 * @param letter {@code null} if there is a problem
 * @param problem why it cannot be shown; {@code null} if it can
 * @param wrong what must be corrected before it can be saved
 */
record TemplatePreview(
        String whom, @Nullable Letter letter, @Nullable String problem, List<String> wrong) {

    /** Reads it. */
    @Component
    static class Reading {

        /** Somebody may be written to among so many, or else nobody is chosen. */
        private static final int CONTACTS = 25;

        private final AccountNames names;
        private final Accounts accounts;
        private final Contacts contacts;
        private final RunLists runs;
        private final Merging merging;
        private final JdbcClient jdbc;

        Reading(
                AccountNames names,
                Accounts accounts,
                Contacts contacts,
                RunLists runs,
                Merging merging,
                JdbcClient jdbc) {
            this.names = names;
            this.accounts = accounts;
            this.contacts = contacts;
            this.runs = runs;
            this.merging = merging;
            this.jdbc = jdbc;
        }

        /** The form with an account in it: one of the viewer's own, or else any; none where there are no accounts. */
        TemplateForm forSomeAccount(TemplateForm form, Viewer viewer) {
            String key = jdbc.sql("""
                            (select key from account where csm_id = :viewer order by cancelled_on is not null, name limit 1)
                            union all
                            (select key from account order by id limit 1)
                            limit 1
                            """)
                    .param("viewer", viewer.id().value())
                    .query((row, _) -> row.getString("key"))
                    .optional()
                    .orElse("");
            return new TemplateForm(form.name(), form.subject(), form.body(), key);
        }

        /** Goes to the first contact of the account that one may write to, in its latest run. */
        TemplatePreview of(TemplateForm form, Viewer viewer) {
            try {
                AccountId account = names.find(typed(form.account()));
                List<Contact> to = contacts.of(account, CONTACTS).stream()
                        .filter(Contact::isWritable)
                        .limit(1)
                        .toList();
                RunId run = runs.ofAccount(account).stream()
                        .findFirst()
                        .map(Run::id)
                        .orElse(null);
                Template template = form.asTyped("", 0);
                String name = accounts.withId(account).orElseThrow().name();
                return new TemplatePreview(
                        to.isEmpty()
                                ? "Nobody at %s: no contact there can be written to".formatted(name)
                                : "%s at %s".formatted(to.getFirst().label(), name),
                        Letter.of(merging.merge(template, account, to, run, viewer.member())),
                        null,
                        Templates.problemsWithFields(template));
            } catch (IllegalArgumentException e) {
                return new TemplatePreview("", null, e.getMessage(), List.of());
            }
        }
    }
}
