package ews.dashboard.api;

import ews.domain.TransitionRefused;
import ews.plays.play.InvalidPlay;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** An answer other than 200 (RFC 9457): its status, and a sentence that says what to do. */
final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    private Problem(HttpStatus status, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    static Problem badRequest(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, detail);
    }

    static Problem unauthorized(String detail) {
        var problem = new Problem(HttpStatus.UNAUTHORIZED, detail);
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problem;
    }

    static Problem forbidden(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, detail);
    }

    static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, detail);
    }

    static Problem tooLarge(String detail) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, detail);
    }

    static Problem unsupported(String detail) {
        return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    /** Somebody changed it since the caller looked. */
    static Problem changedMeanwhile(String detail) {
        return new Problem(HttpStatus.PRECONDITION_FAILED, detail);
    }

    /** It is in a state that does not allow the change. */
    static Problem conflict(String detail) {
        return new Problem(HttpStatus.CONFLICT, detail);
    }

    /** Does something whose refusals are sentences for the caller, and mean that somebody changed it meanwhile. */
    static <T> T telling(Supplier<T> command) {
        return telling(command, Problem::changedMeanwhile);
    }

    /** @param refused what it means that the transition is refused */
    static <T> T telling(Supplier<T> command, Function<String, Problem> refused) {
        try {
            return command.get();
        } catch (InvalidPlay e) {
            // All that is wrong with it is told as a list.
            throw e;
        } catch (IllegalArgumentException e) {
            throw badRequest(String.valueOf(e.getMessage()));
        } catch (TransitionRefused e) {
            throw refused.apply(String.valueOf(e.getMessage()));
        }
    }

    static Problem noAccount(String key) {
        return new Problem(HttpStatus.NOT_FOUND, "There is no account with the key \"%s\".".formatted(key));
    }
}
