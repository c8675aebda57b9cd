package ews.dashboard.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Where people go when they signed in, or could not. */
@Component
class SignInAnswers {

    private final AuthenticationEntryPoint signInPage = new LoginUrlAuthenticationEntryPoint(Routes.SIGN_IN);

    /** Back to the page that they asked for, or else to the start. */
    AuthenticationSuccessHandler signedIn() {
        return new SavedRequestAwareAuthenticationSuccessHandler();
    }

    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String why = reason instanceof LockedException ? "too-many" : "refused";
        response.sendRedirect(request.getContextPath() + Routes.SIGN_IN + "?" + why);
    }

    /**
     * A browser gets the form. An htmx request cannot show that in a corner of another page: the script loads the whole
     * page again. A machine is told in words, as problem details.
     */
    void signInFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        boolean htmx = request.getHeader("HX-Request") != null;
        if (!htmx && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)) {
            signInPage.commence(request, response, reason);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Form");
        if (htmx) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendError(
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "This is a page for people who are signed in. Machines use the addresses under /v1, with a key.");
        }
    }

    /** A form from before a restart or a timeout is not an attack: it is shown again, with a new token. */
    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        boolean signIn = (request.getContextPath() + Routes.SIGN_IN).equals(request.getRequestURI());
        if (reason instanceof CsrfException && signIn) {
            response.sendRedirect(request.getContextPath() + Routes.SIGN_IN + "?expired");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
