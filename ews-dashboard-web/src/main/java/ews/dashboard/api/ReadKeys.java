package ews.dashboard.api;

import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets only source keys with read scope through to the read API: to whatever a controller of this package answers. */
@Configuration(proxyBeanMethods = false)
class ReadKeys implements WebMvcConfigurer, HandlerInterceptor {

    private static final String SCHEME = "Bearer ";

    private final Sources sources;

    ReadKeys(Sources sources) {
        this.sources = sources;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackage().equals(getClass().getPackage())) {
            check(request.getHeader(HttpHeaders.AUTHORIZATION));
        }
        return true;
    }

    private void check(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problem.unauthorized("Send the key of a source in the header \"Authorization: Bearer <key>\".");
        }
        Source source = sources.authenticate(
                        authorization.substring(SCHEME.length()).strip())
                .orElseThrow(() -> Problem.unauthorized("This key is not known, or was revoked."));
        if (!source.can(Scope.READ)) {
            throw Problem.forbidden("This key may only send events; give its source the scope \"read\".");
        }
    }
}
