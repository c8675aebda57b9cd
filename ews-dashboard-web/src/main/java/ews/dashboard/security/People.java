package ews.dashboard.security;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a person's name and address must look like. */
public final class People {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");
    private static final int LONGEST_NAME = 200;

    private People() {}

    /** What is wrong, in a sentence for the person who entered it. */
    public static Optional<String> problem(String name, String email) {
        String trimmed = name.strip();
        if (trimmed.isEmpty()
                || trimmed.length() > LONGEST_NAME
                || trimmed.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("Enter a name of at most " + LONGEST_NAME + " characters.");
        }
        if (!EMAIL.matcher(email.strip()).matches()) {
            return Optional.of("Enter an e-mail address, for example ada@example.com.");
        }
        return Optional.empty();
    }
}
