package ews.dashboard.security;

import ews.domain.member.Members;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * The filters: chains without sessions for machines with keys, for calendars and for private links, one for members with
 * sessions.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Argon2id with 19 MiB, two passes, one lane: what OWASP asks for at least. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }

    /** The API. Its keys are checked by the sensors. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Headers headers) {
        return withoutSessions(http.securityMatcher("/v1/**"), headers);
    }

    /** What members' calendars read. The secret in the address is checked where they are answered. */
    @Bean
    @Order(2)
    SecurityFilterChain calendars(HttpSecurity http, Headers headers) {
        return withoutSessions(http.securityMatcher(Routes.CALENDARS), headers);
    }

    /** No session, no cookie, no redirect. */
    private static SecurityFilterChain withoutSessions(HttpSecurity http, Headers headers) {
        return http.authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers::ofApi)
                .build();
    }

    /** What customers read by a private link: no session, no cookie, and nobody is told the address. */
    @Bean
    @Order(3)
    SecurityFilterChain shared(HttpSecurity http, Headers headers) {
        return http.securityMatcher("/shared/**")
                .authorizeHttpRequests(routes -> routes.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers::ofShared)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(
            HttpSecurity http,
            Headers headers,
            Members members,
            Credentials credentials,
            SignInAnswers answers,
            OperatorAccess operators) {
        return http.authorizeHttpRequests(routes -> {
                    routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                            .permitAll();
                    for (Routes.Rule rule : Routes.RULES) {
                        var route = rule.method() == null
                                ? routes.requestMatchers(rule.pattern())
                                : routes.requestMatchers(
                                        HttpMethod.valueOf(rule.method().name()), rule.pattern());
                        switch (rule.access()) {
                            case ANYONE, KEYS -> route.permitAll();
                            case MEMBERS, WORKERS, LEADERS, ADMINS ->
                                route.hasAnyRole(rule.access().roleNames());
                            case OPERATORS -> route.access(operators);
                        }
                    }
                    routes.anyRequest().denyAll();
                })
                .formLogin(form -> form.loginPage(Routes.SIGN_IN)
                        .usernameParameter("email")
                        .successHandler(answers.signedIn())
                        .failureHandler(answers::refused))
                .logout(logout -> logout.logoutUrl(Routes.SIGN_OUT)
                        .logoutSuccessUrl(Routes.SIGN_IN + "?signed-out")
                        .deleteCookies("ews"))
                .exceptionHandling(problems ->
                        problems.accessDeniedHandler(answers::denied).authenticationEntryPoint(answers::signInFirst))
                .addFilterBefore(new CurrentMember(members, credentials), AuthorizationFilter.class)
                .headers(headers::ofPages)
                .build();
    }
}
