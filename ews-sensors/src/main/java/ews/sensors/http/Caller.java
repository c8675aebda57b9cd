package ews.sensors.http;

import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out which source is calling, by the key in its Authorization header. */
@Component
class Caller {

    private static final String UNKNOWN_KEY = "This key is unknown or was revoked; take one from Setup, Sources.";

    private static final String BEARER = "Bearer ";

    private final Sources sources;

    Caller(Sources sources) {
        this.sources = sources;
    }

    Source sender(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Problem.unauthorized("Send the source's key in the header \"Authorization: Bearer <key>\".");
        }
        Source source = sources.authenticate(
                        authorization.substring(BEARER.length()).strip())
                .orElseThrow(() -> Problem.unauthorized(UNKNOWN_KEY));
        if (!source.can(Scope.WRITE)) {
            throw Problem.forbidden("The key of %s may read but not send events.".formatted(source.name()));
        }
        return source;
    }

    /** Whoever called is no source any more: asks the database again at the next request, and says what to answer now. */
    Problem forget() {
        sources.forgetKeys();
        return Problem.unauthorized(UNKNOWN_KEY);
    }
}
