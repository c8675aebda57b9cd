package ews.dashboard.view;

import java.util.Locale;

/** The initials that stand for an account or a person, on one of six tints. */
public record Avatar(String initials, String css) {

    private static final int TINTS = 6;

    public static Avatar of(String name) {
        String[] words = name.strip().split("\\s+");
        String initials = first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : "");
        return new Avatar(initials.toUpperCase(Locale.ROOT), "tint-" + Math.floorMod(name.hashCode(), TINTS));
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : Character.toString(word.codePointAt(0));
    }
}
