package ews.detection.alert;

import ews.detection.rule.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * An alert with everything that is known about it.
 *
 * @param condition what the rule looks for today, in words
 * @param previous the alert of the same rule and account before it; {@code null} if it is the first
 */
public record AlertDetail(
        Alert alert,
        Evidence evidence,
        String condition,
        @Nullable Alert previous) {}
