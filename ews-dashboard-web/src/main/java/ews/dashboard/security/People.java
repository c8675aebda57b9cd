package ews.dashboard.security;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a person's name and address must look like, wherever they are entered; spaces around them do not matter. */
public final class People {

    /** Deliberately loose: whether an address exists, only a mail to it can tell. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");

    private static final int LONGEST_NAME = 200;

    private People() {}

    /** What is wrong with a name, in a sentence for the person who entered it. */
    public static Optional<String> problemWithName(String name) {
        String trimmed = name.strip();
        boolean right = !trimmed.isEmpty()
                && trimmed.length() <= LONGEST_NAME
                && trimmed.chars().noneMatch(Character::isISOControl);
        return right ? Optional.empty() : Optional.of("Enter a name of at most " + LONGEST_NAME + " characters.");
    }

    /** What is wrong with an e-mail address, in a sentence for the person who entered it. */
    public static Optional<String> problemWithEmail(String email) {
        return EMAIL.matcher(email.strip()).matches()
                ? Optional.empty()
                : Optional.of("Enter an e-mail address, for example ada@example.com.");
    }
}
