package ews.plays.play;

import ews.domain.Keys;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** By which a play is known to rules and in addresses: lower case letters, digits and single hyphens. */
final class PlayKey {

    static final int LONGEST = 60;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Stand in addresses of the pages on which plays are written. */
    private static final Set<String> RESERVED = Set.of("new", "drafts", "prospects");

    private PlayKey() {}

    static boolean isOne(String key) {
        return FORM.matcher(key).matches() && key.length() <= LONGEST && !RESERVED.contains(key);
    }

    /** The keys that no play can have. */
    static String reserved() {
        return RESERVED.stream().sorted().collect(Collectors.joining(", "));
    }

    /** A key that reads like the name, and is free. */
    static String of(String name, Predicate<String> taken) {
        return Keys.of(name, "play", key -> RESERVED.contains(key) || taken.test(key));
    }
}
