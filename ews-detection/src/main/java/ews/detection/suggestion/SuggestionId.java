package ews.detection.suggestion;

/** Identifies a {@link Suggestion}. */
public record SuggestionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
