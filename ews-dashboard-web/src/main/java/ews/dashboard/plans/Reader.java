package ews.dashboard.plans;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Who asks for a shared page. Chats and mail programs look at each link that is sent, to show a preview or to find viruses:
 * whoever made the link should not think that the customer has read it.
 *
 * @param destination what the browser says it is for, which it says over HTTPS only; {@code null} if it says nothing
 * @param ahead why a browser asks before anybody wants to see it; {@code null} if it does not
 * @param program what the browser or program calls itself; {@code null} if it does not say
 */
record Reader(
        String method,
        @Nullable String destination,
        @Nullable String ahead,
        @Nullable String program) {

    /** What those that make previews, and those that look for viruses, call themselves. */
    private static final List<String> PREVIEWS = List.of(
            "bot",
            "preview",
            "crawl",
            "spider",
            "externalhit",
            "compatible;",
            "whatsapp",
            "telegram",
            "slack",
            "headless");

    static Reader of(HttpServletRequest request) {
        return new Reader(
                request.getMethod(),
                request.getHeader("Sec-Fetch-Dest"),
                request.getHeader("Sec-Purpose"),
                request.getHeader(HttpHeaders.USER_AGENT));
    }

    /** Whether it is a browser that shows the page to somebody, as far as anybody can know. */
    boolean isPerson() {
        return method.equals("GET")
                && ahead == null
                && (destination == null || destination.equals("document"))
                && program != null
                && program.startsWith("Mozilla/")
                && PREVIEWS.stream().noneMatch(program.toLowerCase(Locale.ROOT)::contains);
    }
}
