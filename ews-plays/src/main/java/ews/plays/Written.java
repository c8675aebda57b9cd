package ews.plays;

import org.jspecify.annotations.Nullable;

/** Text that people write: trimmed, of a bounded length, and free of characters that no database or page can show. */
public final class Written {

    /** Enough for one line, such as a title. */
    public static final int LINE = 200;

    /** Enough for what somebody has to say, such as a note. */
    public static final int TEXT = 4_000;

    private Written() {}

    /**
     * @param what it is, as it reads after "The": {@code note}
     * @throws IllegalArgumentException if it is missing, empty, too long or has control characters
     */
    public static String required(String what, @Nullable String text, int longest) {
        String written = optional(what, text, longest);
        if (written == null) {
            throw new IllegalArgumentException("The %s is missing: please write it.".formatted(what));
        }
        return written;
    }

    /**
     * The text, or {@code null} where nothing was written.
     *
     * @throws IllegalArgumentException if it is too long or has control characters
     */
    public static @Nullable String optional(String what, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String written = text.strip();
        if (written.length() > longest) {
            throw new IllegalArgumentException("The %s is too long: it has %,d characters, and %,d are possible."
                    .formatted(what, written.length(), longest));
        }
        if (written.chars().anyMatch(Written::isUnprintable)) {
            throw new IllegalArgumentException("The %s has control characters: please remove them.".formatted(what));
        }
        return written;
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
