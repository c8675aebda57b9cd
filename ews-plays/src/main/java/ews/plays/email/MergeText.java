package ews.plays.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text with merge fields: <code>{{contact.first_name|there}}</code> stands for a first name, and for "there" where none
 * is known. There is nothing else in the language, and so nothing that a template could do.
 */
final class MergeText {

    private static final String OPEN = "{{";
    private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}|\\n]*)(?:\\|([^{}\\n]*))?}}");

    private MergeText() {}

    /** What is wrong with the merge fields of a text; nothing if it can be merged. */
    static List<String> problems(String text, Predicate<String> known) {
        var problems = new ArrayList<String>();
        FIELD.matcher(text)
                .results()
                .map(MergeText::key)
                .filter(known.negate())
                .distinct()
                .forEach(key -> problems.add("There is no merge field \"%s\".".formatted(key)));
        String rest = FIELD.matcher(text).replaceAll("");
        int open = rest.indexOf(OPEN);
        if (open >= 0) {
            problems.add(
                    "A merge field is not closed: write it in one line as {{field}} or {{field|fallback}}, at \"%s\"."
                            .formatted(excerpt(rest, open)));
        }
        return problems;
    }

    /**
     * The text with its fields replaced. A field that has neither value nor fallback stays, so that whoever reads it sees
     * what is missing.
     */
    static String merge(String text, Function<String, Optional<String>> values) {
        return FIELD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.apply(key(found)).or(() -> fallback(found)).orElse(found.group())));
    }

    /** The fields that are still in a text. */
    static Stream<String> left(String text) {
        return FIELD.matcher(text).results().map(MatchResult::group).distinct();
    }

    private static String key(MatchResult found) {
        return found.group(1).strip();
    }

    private static Optional<String> fallback(MatchResult found) {
        return Optional.ofNullable(found.group(2)).map(String::strip);
    }

    private static String excerpt(String text, int from) {
        String line = text.substring(from).lines().findFirst().orElse(OPEN);
        return line.length() > 30 ? line.substring(0, 30) + "…" : line;
    }
}
