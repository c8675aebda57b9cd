package ews.sensors.reject;

import org.jspecify.annotations.Nullable;

/**
 * Which rejects of a source are meant.
 *
 * @param settled those that are settled instead of those that are open
 * @param code only those with this code; {@code null} for any
 * @param text only those in whose reason, id or body this stands, upper or lower case; {@code null} for any
 */
public record RejectFilter(
        boolean settled, @Nullable String code, @Nullable String text) {

    public static final RejectFilter OPEN = new RejectFilter(false, null, null);

    /** Those of them that are open. */
    public RejectFilter open() {
        return new RejectFilter(false, code, text);
    }

    /** For {@code like}, of which nothing in the text means anything. */
    @Nullable
    String pattern() {
        return text == null
                ? null
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
