package ews.plays.email;

import java.util.List;

/** Puts words together as people do. */
final class Sentences {

    private Sentences() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String and(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
