package ews.plays.play;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** By which a play is known to rules and in addresses: lower case letters, digits and single hyphens. */
final class PlayKey {

    static final int LONGEST = 60;

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Stands in the address of the page on which plays are written. */
    private static final String RESERVED = "new";

    private PlayKey() {}

    static boolean isOne(String key) {
        return FORM.matcher(key).matches() && key.length() <= LONGEST && !key.equals(RESERVED);
    }

    /** A key that reads like the name, with a number behind it where another play has that already. */
    static String of(String name, Predicate<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+", "");
        // Leaves room for the number.
        String start = plain.substring(0, Math.min(plain.length(), LONGEST - 5)).replaceAll("-$", "");
        String first = start.isEmpty() ? "play" : start;
        String key = first;
        for (int number = 2; taken.test(key) || key.equals(RESERVED); number++) {
            key = first + "-" + number;
        }
        return key;
    }
}
