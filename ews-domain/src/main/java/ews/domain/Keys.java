package ews.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Makes the keys by which things are known in files and addresses out of their names. */
public final class Keys {

    /** Characters, without the number behind it. */
    private static final int LONGEST = 55;

    private Keys() {}

    /**
     * Lower case letters without accents, digits, and single hyphens between words: {@code Rückgewinnung, 2. Teil} becomes
     * {@code ruckgewinnung-2-teil}. Where that is taken, a number stands behind it.
     *
     * @param otherwise what to begin with where a name has no such letters
     */
    public static String of(String name, String otherwise, Predicate<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-", "");
        String start = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-$", "");
        String first = start.isEmpty() ? otherwise : start;
        String key = first;
        for (int number = 2; taken.test(key); number++) {
            key = first + "-" + number;
        }
        return key;
    }
}
