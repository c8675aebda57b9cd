package ews.sensors.dialect;

import static ews.sensors.dialect.Invalid.quoted;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Judges textual fields. */
public final class Texts {

    /** In characters; what is a key in the database must be short. */
    static final int SHORT = 200;

    /** In characters; what accounts are listed and segmented by. */
    static final int LONGEST_ATTRIBUTE = 1_000;

    private Texts() {}

    /** A name or key that must be there. Numbers pass, since many systems number their accounts. */
    static String required(Draft draft, Field field) throws Invalid {
        String text = optional(draft, field);
        if (text == null) {
            throw missing(field);
        }
        return text;
    }

    static @Nullable String optional(Draft draft, Field field) throws Invalid {
        JsonToken token = draft.token(field);
        if (token == null) {
            return null;
        }
        String text = draft.text(field);
        if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
            throw notText(field);
        }
        return key(field.code(), field.wire(), text);
    }

    /**
     * A name or key as it may be stored.
     *
     * @param code by which programs know what it is
     * @throws Invalid if it is blank, has more than 200 characters, or one that cannot be stored
     */
    public static String key(String code, String what, String text) throws Invalid {
        if (text.isBlank()) {
            throw new Invalid("missing_" + code, what + " must not be blank; leave it out or give it a value");
        }
        checkLength(code, what, text, SHORT);
        checkCharacters(code, what, text);
        return text;
    }

    /** Free text, as long as the event may be. */
    static @Nullable String free(Draft draft, Field field) throws Invalid {
        JsonToken token = draft.token(field);
        if (token == null) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING) {
            throw notText(field);
        }
        checkCharacters(field.code(), field.wire(), draft.text(field));
        return draft.text(field);
    }

    static @Nullable Boolean flag(Draft draft, Field field) throws Invalid {
        JsonToken token = draft.token(field);
        if (token == null) {
            return null;
        }
        if (!token.isBoolean()) {
            throw new Invalid("invalid_" + field.code(), field.wire() + " must be true or false, without quotes");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    static Map<String, @Nullable String> attributes(Draft draft) throws Invalid {
        JsonToken token = draft.token(Field.ATTRIBUTES);
        if (token != null && token != JsonToken.START_OBJECT) {
            throw new Invalid("invalid_attributes", "attributes must be an object such as {\"name\":\"Acme\"}");
        }
        for (var attribute : draft.attributes().entrySet()) {
            String name = attribute.getKey();
            if (name.isBlank()) {
                throw new Invalid("invalid_attribute", "an attribute must have a name");
            }
            checkLength("attribute", "the name of an attribute", name, SHORT);
            checkCharacters("attribute", "the name of an attribute", name);
            if (attribute.getValue() != null) {
                checkLength("attribute", "attribute " + quoted(name), attribute.getValue(), LONGEST_ATTRIBUTE);
                checkCharacters("attribute", "attribute " + quoted(name), attribute.getValue());
            }
        }
        return draft.attributes();
    }

    static Invalid missing(Field field) {
        return new Invalid("missing_" + field.code(), field.wire() + " is required");
    }

    private static Invalid notText(Field field) {
        return new Invalid("invalid_" + field.code(), field.wire() + " must be a string in quotes");
    }

    private static void checkLength(String code, String what, String text, int most) throws Invalid {
        if (text.length() > most) {
            throw new Invalid(
                    code + "_too_long",
                    "%s must have at most %d characters; got %d".formatted(what, most, text.length()));
        }
    }

    static void checkCharacters(String code, String what, String text) throws Invalid {
        String unstorable = unstorable(text);
        if (unstorable != null) {
            throw new Invalid("invalid_" + code, what + " must not contain " + unstorable);
        }
    }

    /** PostgreSQL cannot store a NUL, and half a surrogate pair is no character at all. */
    static @Nullable String unstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "the NUL character (\\u0000)";
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return "half a surrogate pair";
                }
                i++;
            }
        }
        return null;
    }
}
