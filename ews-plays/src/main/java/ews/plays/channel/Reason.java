package ews.plays.channel;

import java.util.Objects;

/** Why something could not be sent, as people read it beside the message. */
final class Reason {

    private static final int LONGEST = 500;

    private Reason() {}

    /** On one line. */
    static String of(Throwable failure) {
        String words = Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }
}
