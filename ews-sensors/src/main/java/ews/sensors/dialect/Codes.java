package ews.sensors.dialect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The values that a field may have, by their names on the wire. */
final class Codes<E extends Enum<E>> {

    private final Field field;
    private final Map<String, E> byCode = new LinkedHashMap<>();

    Codes(Field field, E[] constants) {
        this.field = field;
        Arrays.stream(constants).forEach(it -> byCode.put(it.name().toLowerCase(Locale.ROOT), it));
    }

    @Nullable
    E of(Draft draft) throws Invalid {
        JsonToken token = draft.token(field);
        if (token == null) {
            return null;
        }
        E constant = token == JsonToken.VALUE_STRING ? byCode.get(draft.text(field)) : null;
        if (constant == null) {
            String got = draft.text(field);
            throw new Invalid(
                    "unknown_" + field.code(),
                    "%s must be %s%s"
                            .formatted(field.wire(), listed(), got.isEmpty() ? "" : "; got " + Invalid.quoted(got)));
        }
        return constant;
    }

    E required(Draft draft) throws Invalid {
        E constant = of(draft);
        if (constant == null) {
            throw new Invalid(
                    "missing_" + field.code(), "%s is required and must be %s".formatted(field.wire(), listed()));
        }
        return constant;
    }

    /** As in "trial, active or cancelled". */
    private String listed() {
        String all = String.join(", ", byCode.keySet());
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }
}
