package ews.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.ApplicationTest;
import ews.dashboard.security.RouteTable.Route;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Asks the real filters about every route that a controller has, and compares with what {@link RouteTable} says. */
@ApplicationTest
class RoutesTest {

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    FilterChainProxy filters;

    @Autowired
    WebApplicationContext context;

    @Autowired
    SignedInMember signedIn;

    @Autowired
    Sources sources;

    private final Map<Role, MockHttpSession> sessions = new EnumMap<>(Role.class);

    private enum Answer {
        LET_IN,
        SIGN_IN_FIRST,
        REFUSED
    }

    @BeforeEach
    void oneMemberOfEachRole() {
        TestDatabase.clear();
        for (Role role : Role.values()) {
            sessions.put(role, signedIn.session(signedIn.with(role)));
        }
    }

    @Test
    void everyRouteStandsInTheTable() {
        assertThat(routes())
                .as("the routes of the application; write a new one into RouteTable")
                .containsExactlyInAnyOrderElementsOf(RouteTable.rolesByRoute().keySet());
    }

    @Test
    void everyRouteAnswersEveryRoleAsTheTableSays() {
        var wrong = new ArrayList<String>();
        RouteTable.rolesByRoute().forEach((route, roles) -> {
            for (@Nullable Role role : everybody()) {
                Answer answer = ask(route, role);
                if (answer != expected(roles, role)) {
                    wrong.add(route + " " + role + ": " + answer + ", expected " + expected(roles, role));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void executivesChangeNothingButThemselves() {
        Set<String> own = Set.of(
                "/sign-out",
                "/me/password",
                "/me/calendar",
                "/me/calendar/end",
                "/theme",
                "/sign-in",
                "/welcome",
                "/join",
                "/error");
        assertThat(routes().filter(route -> !route.method().equals(HttpMethod.GET))
                        .filter(route -> !own.contains(route.path())
                                && !route.path().startsWith("/me/notices/")
                                && !route.path().startsWith("/v1/"))
                        .filter(route -> ask(route, Role.EXECUTIVE) == Answer.LET_IN))
                .isEmpty();
    }

    @Test
    void whatNobodyDeclaredIsRefusedEvenToAdmins() {
        assertThat(ask(new Route(HttpMethod.GET, "/undeclared"), Role.ADMIN)).isEqualTo(Answer.REFUSED);
        assertThat(ask(new Route(HttpMethod.GET, "/actuator/env"), Role.ADMIN)).isEqualTo(Answer.REFUSED);
        assertThat(ask(new Route(HttpMethod.DELETE, "/today"), Role.EXECUTIVE)).isEqualTo(Answer.REFUSED);
    }

    @Test
    void metricsAreForThisMachineAndForKeysThatMayRead() {
        var request = request(new Route(HttpMethod.GET, "/actuator/prometheus"));
        request.setRemoteAddr("192.0.2.7");
        assertThat(ask(request)).isNotEqualTo(Answer.LET_IN);

        String readKey = sources.create("Prometheus", Set.of(Scope.READ), false, Actor.SYSTEM)
                .key();
        request = request(new Route(HttpMethod.GET, "/actuator/prometheus"));
        request.setRemoteAddr("192.0.2.7");
        request.addHeader("Authorization", "Bearer " + readKey);
        assertThat(ask(request)).isEqualTo(Answer.LET_IN);

        String writeKey = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .key();
        request = request(new Route(HttpMethod.GET, "/actuator/prometheus"));
        request.setRemoteAddr("192.0.2.7");
        request.addHeader("Authorization", "Bearer " + writeKey);
        assertThat(ask(request)).isNotEqualTo(Answer.LET_IN);

        request = request(new Route(HttpMethod.GET, "/actuator/prometheus"));
        request.setRemoteAddr("127.0.0.1");
        assertThat(ask(request)).isEqualTo(Answer.LET_IN);
    }

    @Test
    void noChangeIsAcceptedWithoutTheToken() {
        assertThat(routes().filter(route -> !route.method().equals(HttpMethod.GET))
                        .filter(route -> !route.path().startsWith("/v1/")
                                && !route.path().equals("/error"))
                        .filter(route -> {
                            var request = request(route);
                            request.setSession(session(Role.ADMIN));
                            return ask(request) == Answer.LET_IN;
                        }))
                .isEmpty();
    }

    private MockHttpSession session(Role role) {
        return Objects.requireNonNull(sessions.get(role));
    }

    private static List<@Nullable Role> everybody() {
        var everybody = new ArrayList<@Nullable Role>(List.of(Role.values()));
        everybody.add(null);
        return everybody;
    }

    private static Answer expected(Set<Role> roles, @Nullable Role role) {
        if (roles.isEmpty()) {
            return Answer.LET_IN;
        }
        if (role == null) {
            return Answer.SIGN_IN_FIRST;
        }
        return roles.contains(role) ? Answer.LET_IN : Answer.REFUSED;
    }

    private Stream<Route> routes() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(RoutesTest::routes)
                .distinct();
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        Set<RequestMethod> declared = info.getMethodsCondition().getMethods();
        Set<RequestMethod> methods = declared.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : declared;
        return info.getPatternValues().stream()
                .map(pattern -> pattern.isEmpty() ? "/" : pattern.replaceAll("\\{[^}]*}", "1"))
                .filter(path -> !path.equals("/actuator")) // the list of endpoints: refused to everybody
                .flatMap(path -> methods.stream().map(method -> new Route(method.asHttpMethod(), path)));
    }

    private Answer ask(Route route, @Nullable Role role) {
        var request = request(route);
        if (role != null) {
            request.setSession(session(role));
        }
        return ask(csrf().postProcessRequest(request));
    }

    private MockHttpServletRequest request(Route route) {
        var request = new MockHttpServletRequest(
                context.getServletContext(), route.method().name(), route.path());
        request.addHeader("Accept", "text/html");
        return request;
    }

    /** Whether the filters let a request through; what is behind them is not called. */
    private Answer ask(MockHttpServletRequest request) {
        var response = new MockHttpServletResponse();
        var behind = new MockFilterChain();
        try {
            filters.doFilter(request, response, behind);
        } catch (Exception e) {
            throw new AssertionError(request.getMethod() + " " + request.getRequestURI(), e);
        }
        String target = String.valueOf(response.getRedirectedUrl());
        boolean handledByFilters = target.equals("/") || target.startsWith("/sign-in?");
        if (behind.getRequest() != null || handledByFilters) {
            return Answer.LET_IN; // the filters themselves receive the sign-in form and the sign-out
        }
        return target.endsWith("/sign-in") ? Answer.SIGN_IN_FIRST : Answer.REFUSED;
    }
}
