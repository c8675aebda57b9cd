package ews.dashboard.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.stereotype.Component;

/** The security headers. Everything that a page loads comes from this server; nothing is inline. */
@Component
class Headers {

    static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
    static final String PERMISSIONS = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
            + "magnetometer=(), microphone=(), payment=(), usb=()";

    void ofPages(HeadersConfigurer<HttpSecurity> headers) {
        common(headers, PAGE_POLICY, ReferrerPolicy.SAME_ORIGIN);
        // A page and its htmx fragment share an address.
        headers.addHeaderWriter(new StaticHeadersWriter("Vary", "HX-Request"));
    }

    void ofApi(HeadersConfigurer<HttpSecurity> headers) {
        common(headers, API_POLICY, ReferrerPolicy.SAME_ORIGIN);
    }

    /** Whose address is a secret: it is passed on to nobody, not found by searching, and not kept. */
    void ofShared(HeadersConfigurer<HttpSecurity> headers) {
        common(headers, PAGE_POLICY, ReferrerPolicy.NO_REFERRER);
        headers.addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow"));
    }

    private static void common(
            HeadersConfigurer<HttpSecurity> headers, String contentPolicy, ReferrerPolicy referrers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentPolicy))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(referrers))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .httpStrictTransportSecurity(
                        hsts -> hsts.maxAgeInSeconds(31_536_000).includeSubDomains(false))
                .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
                .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"));
    }
}
