package ews.plays.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a contact of what sources say about a person. People type their names themselves, so what looks like an address
 * of the web is not one: no email of ours shall carry somebody else's link.
 */
final class PersonNames {

    private static final int LONGEST = 100;

    private PersonNames() {}

    static Contact contact(
            long id,
            String key,
            @Nullable String name,
            @Nullable String first,
            @Nullable String last,
            String email,
            @Nullable String role,
            @Nullable String refused) {
        String firstName = name(first);
        String lastName = name(last);
        String whole = name(name);
        String full = whole != null ? whole : joined(firstName, lastName);
        return new Contact(
                id,
                key,
                full,
                firstName != null ? firstName : firstWord(whole),
                lastName,
                email,
                name(role),
                refusal(email, refused));
    }

    private static @Nullable String refusal(String email, @Nullable String refused) {
        if (refused != null) {
            return "Does not want emails (%s).".formatted(refused);
        }
        try {
            new InternetAddress(email, true);
            return email.indexOf('@') < 1 ? "Has no valid address." : null;
        } catch (AddressException e) {
            return "Has no valid address.";
        }
    }

    private static @Nullable String name(@Nullable String said) {
        if (said == null) {
            return null;
        }
        String name = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        boolean link = name.contains("://") || name.contains("@") || name.matches("(?i).*\\bwww\\..*");
        return name.isEmpty() || name.length() > LONGEST || link ? null : name;
    }

    private static @Nullable String joined(@Nullable String first, @Nullable String last) {
        String both = Stream.of(first, last).filter(it -> it != null).collect(Collectors.joining(" "));
        return both.isEmpty() ? null : both;
    }

    /** Empty where the name is of one word, or begins with a title or an initial. */
    private static @Nullable String firstWord(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String first = name.split(" ")[0];
        return first.endsWith(".") || first.endsWith(",") || first.length() < 2 ? null : first;
    }
}
