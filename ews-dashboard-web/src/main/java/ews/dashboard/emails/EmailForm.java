package ews.dashboard.emails;

import static ews.dashboard.setup.Fields.typed;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An email as somebody writes it.
 *
 * @param to the ids of the contacts to whom it goes
 * @param find what the contacts that are shown have in their name, address or role
 * @param template the key of the one that it begins with
 * @param filled the mark of what was filled in; the text follows the choices as long as it is that
 * @param key of the form: what is sent twice with the same key is one email
 */
record EmailForm(
        @Nullable List<Long> to,
        @Nullable String find,
        @Nullable String template,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String filled,
        @Nullable String key) {

    List<Long> chosen() {
        return to == null ? List.of() : to;
    }

    Writing writing() {
        return Writing.typedAs(subject, text);
    }

    /** Whether nobody has changed what was filled in, so that something else may be. */
    boolean follows() {
        Writing typed = writing();
        return typed.isNothing() || typed.mark().equals(filled);
    }

    EmailForm with(String itsTemplate, List<Long> contacts) {
        return new EmailForm(contacts, find, itsTemplate, subject, text, filled, key);
    }

    EmailForm with(Writing writing) {
        return new EmailForm(to, find, template, writing.subject(), writing.text(), writing.mark(), key);
    }

    EmailForm withKey() {
        return new EmailForm(
                to,
                find,
                template,
                subject,
                text,
                filled,
                typed(key).matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString());
    }

    /** Once sent, the same form says something else only if somebody has changed it, and means it. */
    String dedupKey() {
        return "form %s %s %s".formatted(key, writing().mark(), chosen());
    }
}
