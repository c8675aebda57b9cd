package ews.detection.segment;

import ews.domain.segment.Segment;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a segment may be called, and the key that follows from its first name and never changes. */
final class SegmentName {

    private static final int LONGEST = 60;

    private SegmentName() {}

    /** The name without space around it, if no other segment has it. */
    static String among(List<Segment> others, String name) {
        String title = name.strip();
        if (title.length() > LONGEST || title.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException(
                    "A segment needs a name with at least one letter or digit and at most %d characters"
                            .formatted(LONGEST));
        }
        if (others.stream().anyMatch(other -> other.name().equalsIgnoreCase(title))) {
            throw new IllegalArgumentException(
                    "There is already a segment called %s; choose another name".formatted(title));
        }
        return title;
    }

    /** {@code Free trial} becomes {@code free_trial}; a number tells it from a renamed one that has this key already. */
    static String keyOf(String name, List<Segment> others) {
        Set<String> taken = others.stream().map(Segment::key).collect(Collectors.toSet());
        String base = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
        String key = base;
        for (int number = 2; taken.contains(key); number++) {
            key = base + "_" + number;
        }
        return key;
    }
}
