package ews.dashboard.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that are not text: badly encoded ones, such with a NUL character, which no database stores,
 * and rows that no form has.
 * Comes before everything that reads parameters, and leaves the bodies that machines post alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ReadableParameters extends OncePerRequestFilter {

    private static final String POSTED_BY_MACHINES = "/v1/";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().startsWith(request.getContextPath() + POSTED_BY_MACHINES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        Optional<String> problem = problem(request);
        if (problem.isPresent()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, problem.get());
        } else {
            next.doFilter(request, response);
        }
    }

    private static Optional<String> problem(HttpServletRequest request) {
        try {
            Map<String, String[]> parameters = request.getParameterMap();
            boolean hasNul = parameters.entrySet().stream()
                    .flatMap(it -> Stream.concat(Stream.of(it.getKey()), Arrays.stream(it.getValue())))
                    .anyMatch(it -> it.indexOf('\0') >= 0);
            return hasNul
                    ? Optional.of("A field contains a NUL character: leave it out.")
                    : FormRows.problem(parameters.keySet());
        } catch (IllegalStateException e) {
            // Tomcat could not decode them; its message repeats what was sent, which must not get into the log.
            return Optional.of("A field is not written in UTF-8.");
        }
    }
}
