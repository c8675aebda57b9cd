package ews.domain.erasure;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and addresses that are taken out of texts wherever they stand as whole words, upper or lower case. */
public final class Words {

    /** What stands in their place. */
    public static final String INSTEAD = "[erased]";

    /** Shorter ones mean too much else. */
    private static final int SHORTEST = 4;

    private final Set<String> words;
    private final Pattern pattern;

    /** @param words those of less than four characters are left out */
    public Words(Collection<String> words) {
        this.words = words.stream()
                .map(String::strip)
                .filter(it -> it.length() >= SHORTEST)
                .collect(Collectors.toCollection(TreeSet::new));
        this.pattern = Pattern.compile(
                this.words.stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}_@.-])(?:", ")(?![\\p{L}\\p{N}_@-])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    public String without(String text) {
        return words.isEmpty() ? text : pattern.matcher(text).replaceAll(Matcher.quoteReplacement(INSTEAD));
    }

    /** The same as an advanced regular expression of PostgreSQL, to be used with the flag {@code i}. */
    public String expression() {
        if (words.isEmpty()) {
            throw new IllegalStateException("An expression without words would match everything");
        }
        return words.stream()
                .map(it -> it.replaceAll("[^\\p{L}\\p{N} ]", "\\\\$0"))
                .collect(Collectors.joining("|", "(?<![[:alnum:]_@.-])(?:", ")(?![[:alnum:]_@-])"));
    }
}
