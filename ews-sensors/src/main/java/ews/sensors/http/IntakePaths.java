package ews.sensors.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets clients write the intake's path as they do: with doubled or trailing slashes. Comes before everything that would
 * refuse or redirect such a request, and keeps others from taking the body for a form.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class IntakePaths extends OncePerRequestFilter {

    private static final Set<String> PATHS = Stream.of(
                    List.of("/v1/events", PostHogController.PATH), SegmentController.PATHS)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PATHS.contains(plain(request.getRequestURI()));
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

    /** The request with the plain path, and without parameters: reading those would eat the body. */
    private static final class Plain extends HttpServletRequestWrapper {

        private final String path;

        Plain(HttpServletRequest request) {
            super(request);
            this.path = plain(request.getRequestURI());
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
