package ews.dashboard.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Long rather than complicated: length, and nothing that is guessed first. */
@Component
class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private final Set<String> common = common();

    /** What is wrong with the password, in a sentence for the person who chose it. */
    Optional<String> problem(String password, String email) {
        if (password.length() < SHORTEST) {
            return Optional.of("The password needs at least " + SHORTEST + " characters.");
        }
        if (password.length() > LONGEST) {
            return Optional.of("The password may have at most " + LONGEST + " characters.");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.chars().distinct().count() < 5 || common.contains(lower) || common.contains(withoutDigits(lower))) {
            return Optional.of("This password is one of the first that others would guess. Choose another.");
        }
        String local = email.toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
        if (lower.equals(email.toLowerCase(Locale.ROOT)) || withoutDigits(lower).equals(withoutDigits(local))) {
            return Optional.of("The password must not be the e-mail address.");
        }
        return Optional.empty();
    }

    private static String withoutDigits(String text) {
        return text.replaceAll("[\\d\\W_]+$", "");
    }

    private static Set<String> common() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("/ews/common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("common-passwords.txt is missing from the application");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
