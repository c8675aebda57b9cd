package ews.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Where people go when they signed in, or could not. */
@Component
class SignInAnswers {

    /** Back to the page that they asked for, or else to the start. */
    AuthenticationSuccessHandler signedIn() {
        return new SavedRequestAwareAuthenticationSuccessHandler();
    }

    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String why = reason instanceof LockedException ? "too-many" : "refused";
        response.sendRedirect(request.getContextPath() + Routes.SIGN_IN + "?" + why);
    }

    /** An htmx request cannot show the sign-in page in a corner of another: the script loads the whole page again. */
    void signInFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Form");
        response.setHeader("HX-Refresh", "true");
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
