package ews.dashboard.security;

import static ews.dashboard.security.Access.ADMINS;
import static ews.dashboard.security.Access.ANYONE;
import static ews.dashboard.security.Access.KEYS;
import static ews.dashboard.security.Access.LEADERS;
import static ews.dashboard.security.Access.MEMBERS;
import static ews.dashboard.security.Access.OPERATORS;
import static ews.dashboard.security.Access.WORKERS;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Which role may use which route: the only place that says so. The first rule that matches decides; what no rule
 * matches is refused, and fails the build.
 */
final class Routes {

    static final String SIGN_IN = "/sign-in";
    static final String CALENDARS = "/calendar/*";
    static final String SIGN_OUT = "/sign-out";

    /** @param method {@code null}: any */
    record Rule(@Nullable HttpMethod method, String pattern, Access access) {}

    static final List<Rule> RULES = List.of(
            any("/css/**", ANYONE),
            any("/js/**", ANYONE),
            any("/img/**", ANYONE),
            any("/fonts/**", ANYONE),
            any("/webjars/**", ANYONE),
            any("/error", ANYONE),
            any(SIGN_IN, ANYONE),
            any("/welcome", ANYONE),
            any("/join", ANYONE),
            any("/theme", ANYONE),
            // The secret in the address says who reads.
            get(CALENDARS, ANYONE),
            get("/shared/**", ANYONE),
            any("/v1/**", KEYS),
            get("/actuator/health/**", ANYONE),
            get("/actuator/prometheus", OPERATORS),
            any("/setup/**", ADMINS),
            any("/start/**", ADMINS),
            any(SIGN_OUT, MEMBERS),
            any("/me/**", MEMBERS),
            get("/", MEMBERS),
            get("/find", MEMBERS),
            get("/today/**", MEMBERS),
            any("/accounts/*/email/**", WORKERS),
            any("/accounts/*/meeting", WORKERS),
            any("/accounts/*/settings", WORKERS),
            any("/accounts/*/key", ADMINS),
            any("/accounts/*/merge", ADMINS),
            any("/accounts/*/archive/**", LEADERS),
            get("/accounts/**", MEMBERS),
            get("/alerts/**", MEMBERS),
            any("/plays/new", LEADERS),
            any("/plays/*/edit", LEADERS),
            any("/plays/*/on", LEADERS),
            any("/plays/*/off", LEADERS),
            any("/plays/*/start-now", LEADERS),
            any("/plays/*/failed-starts/**", LEADERS),
            any("/plays/drafts/**", LEADERS),
            any("/plays/prospects", LEADERS),
            get("/plays/**", MEMBERS),
            any("/templates/new", LEADERS),
            any("/templates/preview", LEADERS),
            any("/templates/*/edit", LEADERS),
            get("/templates/**", MEMBERS),
            get("/emails/**", MEMBERS),
            get("/meetings/**", MEMBERS),
            get("/runs/**", MEMBERS),
            get("/tasks/**", MEMBERS),
            get("/follow-up", LEADERS),
            get("/health/**", MEMBERS),
            get("/watch-lists/**", MEMBERS),
            get("/reviews/**", MEMBERS),
            any("/reviews/*/accounts/*/answer", LEADERS),
            any("/accounts/assign", LEADERS),
            any("/accounts/*/assign", LEADERS),
            any("/today/**", WORKERS),
            any("/accounts/**", WORKERS),
            any("/alerts/**", WORKERS),
            any("/comments/**", WORKERS),
            any("/emails/**", WORKERS),
            any("/meetings/**", WORKERS),
            any("/plays/**", WORKERS),
            any("/runs/**", WORKERS),
            any("/tasks/**", WORKERS),
            any("/watch-lists/**", WORKERS),
            any("/reviews/**", WORKERS));

    private Routes() {}

    private static Rule any(String pattern, Access access) {
        return new Rule(null, pattern, access);
    }

    private static Rule get(String pattern, Access access) {
        return new Rule(HttpMethod.GET, pattern, access);
    }
}
