package ews.sensors.dialect;

import java.io.Serial;

/** One event cannot be taken; the code is for programs, the message says people what to do. It carries no stack trace. */
public final class Invalid extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SHOWN = 60;

    private final String code;

    public Invalid(String code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? code : message;
    }

    /** What was sent, short and harmless, for the message. */
    public static String quoted(String text) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        var quoted = new StringBuilder(shown.length() + 2).append('"');
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            quoted.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '\uFFFD' : c);
        }
        return quoted.append('"').toString();
    }
}
