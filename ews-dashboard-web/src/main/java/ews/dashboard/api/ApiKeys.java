package ews.dashboard.api;

import ews.domain.audit.Actor;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets only source keys through to the API that have the scope that a route {@link Needs}: to whatever a controller of
 * this package answers. Gives those that change something the {@link Actor}: the source, by its name.
 */
@Configuration(proxyBeanMethods = false)
class ApiKeys implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final String SCHEME = "Bearer ";
    private static final String CALLER = ApiKeys.class.getName() + ".caller";

    private final Sources sources;

    ApiKeys(Sources sources) {
        this.sources = sources;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackage().equals(getClass().getPackage())) {
            refuseForms(request);
            Needs needs = method.getMethodAnnotation(Needs.class);
            Source caller = caller(request.getHeader(HttpHeaders.AUTHORIZATION));
            check(caller, needs == null ? Scope.READ : needs.value());
            request.setAttribute(CALLER, caller);
        }
        return true;
    }

    /** What curl sends unless told otherwise; the server would read the body as fields of a form. */
    private static void refuseForms(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw Problem.unsupported(
                    "Send the body with the header \"Content-Type: application/yaml\" or application/json.");
        }
    }

    private Source caller(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problem.unauthorized("Send the key of a source in the header \"Authorization: Bearer <key>\".");
        }
        return sources.authenticate(authorization.substring(SCHEME.length()).strip())
                .orElseThrow(() -> Problem.unauthorized("This key is not known, or was revoked."));
    }

    private static void check(Source caller, Scope needed) {
        if (!caller.can(needed)) {
            throw Problem.forbidden("This key may not do that; make a source whose key has the scope \"%s\"."
                    .formatted(needed.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var caller = (Source) Objects.requireNonNull(request.getAttribute(CALLER, RequestAttributes.SCOPE_REQUEST));
        return new Actor(null, caller.name());
    }
}
