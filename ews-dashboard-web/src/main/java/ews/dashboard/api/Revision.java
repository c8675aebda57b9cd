package ews.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** How callers say which state they know: {@code ETag} in an answer, {@code If-Match} in a request. */
final class Revision {

    private Revision() {}

    static String tag(Object revision) {
        return "\"" + revision + "\"";
    }

    /** Empty where the caller overwrites whatever there is. */
    static Optional<String> known(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH))
                .map(String::strip)
                .filter(it -> !it.equals("*"))
                .map(it -> it.replaceFirst("^\"(.*)\"$", "$1"));
    }
}
