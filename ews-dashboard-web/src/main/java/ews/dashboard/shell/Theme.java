package ews.dashboard.shell;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** The look that this browser chose, kept in a cookie. Every template knows it as {@code theme}. */
@Component
class Theme {

    static final String COOKIE = "theme";

    /** {@code light} or {@code dark}; {@code null}: as the system. */
    public @Nullable String chosen() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            Cookie cookie = WebUtils.getCookie(attributes.getRequest(), COOKIE);
            if (cookie != null && isTheme(cookie.getValue())) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /** What the switch changes to where no script knows what the system prefers. */
    public String other() {
        return "dark".equals(chosen()) ? "light" : "dark";
    }

    static boolean isTheme(String name) {
        return name.equals("light") || name.equals("dark");
    }
}
