package ews.dashboard.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the theme of this browser, and goes back to the page. */
@Controller
class ThemeSwitch {

    @PostMapping("/theme")
    ResponseEntity<Void> change(
            @RequestParam String theme,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String referrer,
            HttpServletRequest request) {
        boolean forget = !Theme.isTheme(theme);
        var cookie = ResponseCookie.from(Theme.COOKIE, forget ? "" : theme)
                .path("/")
                .maxAge(forget ? Duration.ZERO : Duration.ofDays(365))
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, pathOf(referrer))
                .build();
    }

    /** Only the path: a referrer must not send anybody to another server. */
    private static String pathOf(@Nullable String referrer) {
        try {
            URI uri = URI.create(referrer == null ? "/" : referrer);
            String path = uri.getRawPath() == null ? "/" : uri.getRawPath().replaceFirst("^/*", "/");
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
