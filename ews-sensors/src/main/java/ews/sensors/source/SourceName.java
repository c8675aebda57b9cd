package ews.sensors.source;

/** What people may type as the name or the key of a source; the messages are shown to them. */
final class SourceName {

    private static final int LONGEST = 100;

    private SourceName() {}

    static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("Give the source a name.");
        }
        if (stripped.length() > LONGEST) {
            throw new IllegalArgumentException("The name must have at most %d characters.".formatted(LONGEST));
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The name must not contain control characters.");
        }
        return stripped;
    }

    /** A key is sent in a header, so it must fit into one. */
    static void checkKey(String key) {
        if (key.isEmpty() || !key.chars().allMatch(it -> it > ' ' && it < 0x7F)) {
            throw new IllegalArgumentException("A key consists of printable ASCII characters without spaces.");
        }
    }
}
