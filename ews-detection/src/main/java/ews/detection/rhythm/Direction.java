package ews.detection.rhythm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which way a change goes. */
public enum Direction {
    FALL,
    RISE;

    /** The name in definitions. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return code();
    }

    /** @throws IllegalArgumentException if there is no such direction */
    @JsonCreator
    public static Direction of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
