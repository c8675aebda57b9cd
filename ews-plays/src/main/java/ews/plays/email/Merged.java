package ews.plays.email;

import java.util.List;
import java.util.stream.Stream;

/**
 * A template filled in for somebody.
 *
 * @param html made of the text, to stand in a page or an email
 */
public record Merged(String subject, String text, String html) {

    /** The fields for which there was neither a value nor a fallback; they still stand in the text. */
    public List<String> missing() {
        return Stream.concat(MergeText.left(subject), MergeText.left(text))
                .distinct()
                .toList();
    }
}
