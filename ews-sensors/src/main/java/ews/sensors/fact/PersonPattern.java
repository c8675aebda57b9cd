package ews.sensors.fact;

import ews.domain.erasure.Words;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the texts of events that name a person: by a key, as a whole value, or by a word anywhere. */
final class PersonPattern {

    /** Shorter keys, such as {@code 7}, stand for many other things, too. */
    private static final int TELLING = 4;

    /** In which dialects say whose an event is. */
    private static final String WHOSE = "\"(?:user|userId|user_id|distinct_id|anonymousId|previousId)\"\\s*:";

    private static final String ANY = "[:,\\[]";

    private PersonPattern() {}

    /** For PostgreSQL, with the flag {@code i}; numbers may stand without quotes. */
    static String of(Set<String> keys, Words words) {
        String values = keys.stream()
                .map(it -> (it.length() < TELLING ? WHOSE : ANY) + "\\s*\"?" + literal(it) + "\"?\\s*[,}\\]]")
                .collect(Collectors.joining("|"));
        return words.isEmpty() ? values : values + "|" + words.expression();
    }

    private static String literal(String key) {
        return key.replaceAll("[^\\p{L}\\p{N} ]", "\\\\$0");
    }
}
