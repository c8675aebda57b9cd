package ews.dashboard.emails;

import static ews.dashboard.setup.Fields.typed;

import ews.plays.email.Merged;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The subject and the text of an email, as they stand in its form. */
record Writing(String subject, String text) {

    static final Writing NOTHING = new Writing("", "");

    static Writing typedAs(@Nullable String subject, @Nullable String text) {
        return new Writing(typed(subject), typed(text).replace("\r\n", "\n"));
    }

    static Writing of(Merged merged) {
        return typedAs(merged.subject(), merged.text());
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    /** By which a form that comes back knows whether somebody has changed what stood in it. */
    String mark() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(subject.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
