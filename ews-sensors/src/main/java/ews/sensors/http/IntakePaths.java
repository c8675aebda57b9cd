package ews.sensors.http;

import static java.util.Map.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets clients write the intake's paths as they do: with doubled or trailing slashes, or shortened. Comes before everything that would
 * refuse or redirect such a request, and keeps others from taking the body for a form.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class IntakePaths extends OncePerRequestFilter {

    /** Where clients send to, and the route that serves it: browsers use short forms. */
    private static final Map<String, String> ROUTES = Map.ofEntries(
            entry("/v1/events", "/v1/events"),
            entry("/v1/batch", "/v1/batch"),
            entry("/v1/import", "/v1/batch"),
            entry("/v1/b", "/v1/batch"),
            entry("/v1/identify", "/v1/identify"),
            entry("/v1/i", "/v1/identify"),
            entry("/v1/track", "/v1/track"),
            entry("/v1/t", "/v1/track"),
            entry("/v1/page", "/v1/page"),
            entry("/v1/p", "/v1/page"),
            entry("/v1/screen", "/v1/screen"),
            entry("/v1/s", "/v1/screen"),
            entry("/v1/group", "/v1/group"),
            entry("/v1/g", "/v1/group"),
            entry("/v1/alias", "/v1/alias"),
            entry("/v1/a", "/v1/alias"),
            entry("/v1/cloudevents", "/v1/cloudevents"),
            entry("/pixel.gif", "/v1/pixel.gif"),
            entry("/v1/pixel.gif", "/v1/pixel.gif"),
            entry("/batch", "/v1/posthog"),
            entry("/v1/posthog", "/v1/posthog"));

    /** Followed by the address of one source. */
    private static final String OF_VENDORS = "/v1/hooks/";

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return route(request) == null;
    }

    private static @Nullable String route(HttpServletRequest request) {
        String path = plain(request.getRequestURI());
        return path.startsWith(OF_VENDORS) ? path : ROUTES.get(path);
    }

    private static String plain(String path) {
        String single = path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Plain(request), response);
    }

    /** The request with the path of its route, and without parameters: reading those would eat the body. */
    private static final class Plain extends HttpServletRequestWrapper {

        private final String path;

        Plain(HttpServletRequest request) {
            super(request);
            this.path = Objects.requireNonNull(route(request));
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            var url = super.getRequestURL();
            return url.replace(url.length() - super.getRequestURI().length(), url.length(), path);
        }

        @Override
        public String getServletPath() {
            return path;
        }

        /** Whatever the client says: many call JSON a form, and then somebody would parse it as one. */
        @Override
        public String getContentType() {
            return MediaType.APPLICATION_JSON_VALUE;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
