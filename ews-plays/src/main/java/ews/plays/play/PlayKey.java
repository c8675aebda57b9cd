package ews.plays.play;

import ews.domain.Keys;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** By which a play is known to rules and in addresses: lower case letters, digits and single hyphens. */
final class PlayKey {

    static final int LONGEST = 60;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Stands in the address of the page on which plays are written. */
    private static final String RESERVED = "new";

    private PlayKey() {}

    static boolean isOne(String key) {
        return FORM.matcher(key).matches() && key.length() <= LONGEST && !key.equals(RESERVED);
    }

    /** A key that reads like the name, and is free. */
    static String of(String name, Predicate<String> taken) {
        return Keys.of(name, "play", key -> key.equals(RESERVED) || taken.test(key));
    }
}
