package ews.sensors.http;

import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out which source is calling, by its key. */
@Component
class Caller {

    private static final String UNKNOWN_KEY = "This key is unknown or was revoked; take one from Setup, Sources.";

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final Sources sources;

    Caller(Sources sources) {
        this.sources = sources;
    }

    /** @param authorization the header of this name, with the key as a bearer token */
    Source sender(@Nullable String authorization) {
        if (authorization == null || !begins(authorization, BEARER)) {
            throw Problem.unauthorized("Send the source's key in the header \"Authorization: Bearer <key>\".");
        }
        return withKey(authorization.substring(BEARER.length()).strip());
    }

    /**
     * The key in a header, as a bearer token or as the name of basic authentication, which clients of other products use;
     * {@code null} if it holds none.
     */
    static @Nullable String keyIn(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        if (begins(authorization, BEARER)) {
            return authorization.substring(BEARER.length()).strip();
        }
        return begins(authorization, BASIC)
                ? userOf(authorization.substring(BASIC.length()).strip())
                : null;
    }

    private static @Nullable String userOf(String credentials) {
        try {
            String decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 0 ? decoded : decoded.substring(0, colon);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    Source withKey(String key) {
        Source source = sources.authenticate(key).orElseThrow(() -> Problem.unauthorized(UNKNOWN_KEY));
        if (!source.can(Scope.WRITE)) {
            throw Problem.forbidden("The key of %s may read but not send events.".formatted(source.name()));
        }
        return source;
    }

    private static boolean begins(String authorization, String scheme) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    /** Whoever called is no source any more: asks the database again at the next request, and says what to answer now. */
    Problem forget() {
        sources.forgetKeys();
        return Problem.unauthorized(UNKNOWN_KEY);
    }
}
