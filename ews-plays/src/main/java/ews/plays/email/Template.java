package ews.plays.email;

/**
 * What an email to contacts begins with: plain text with merge fields like <code>{{contact.first_name|there}}</code>.
 *
 * @param key by which plays know it: lower case, {@code renewal-review}
 * @param version 1 when it is new, one more with every change; 0 if it was never saved
 */
public record Template(String key, String name, String subject, String body, int version) {

    /** Without what nobody sees: space around it, and line ends of another system. */
    Template tidy() {
        return new Template(
                key, name.strip(), subject.strip(), body.replace("\r\n", "\n").strip(), version);
    }

    boolean saysTheSameAs(Template other) {
        return name.equals(other.name) && subject.equals(other.subject) && body.equals(other.body);
    }
}
