package ews.plays.email;

import ews.plays.Written;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** An email that may be sent as it is. */
record Checked(String receivers, String subject, String text, String html, String note) {

    /** @throws IllegalArgumentException if it may not; the message says what to change */
    static Checked of(NewEmail email) {
        List<Contact> to = email.to();
        if (to.isEmpty() || to.size() > Emails.MOST_CONTACTS) {
            throw new IllegalArgumentException(
                    "An email goes to 1 to %d contacts; this one to %d.".formatted(Emails.MOST_CONTACTS, to.size()));
        }
        to.stream().filter(it -> !it.isWritable()).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException("%s cannot be written to: %s".formatted(it.label(), it.refusal()));
        });
        String subject =
                Written.required("subject", email.subject(), Written.LINE).replaceAll("\\s+", " ");
        String text = Written.required("text", email.text(), TemplateCheck.LONGEST_BODY)
                .replace("\r\n", "\n");
        List<String> left = new Merged(subject, text, "").missing();
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    "The email still has %s: nothing is known about that, so please write what belongs there."
                            .formatted(Sentences.and(left)));
        }
        return new Checked(
                to.stream().map(Checked::address).collect(Collectors.joining(", ")),
                subject,
                text,
                email.html() == null ? EmailHtml.of(text) : email.html(),
                "“%s” to %s"
                        .formatted(
                                subject,
                                Sentences.and(to.stream().map(Contact::label).toList())));
    }

    private static String address(Contact contact) {
        try {
            return new InternetAddress(contact.email(), contact.name(), StandardCharsets.UTF_8.name())
                    .toUnicodeString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8", e);
        }
    }
}
