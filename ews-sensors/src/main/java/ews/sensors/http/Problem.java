package ews.sensors.http;

import ews.sensors.intake.TooFast;
import java.io.Serial;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Why a request cannot be served, as the client will read it (RFC 9457). */
final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String title;
    private final transient HttpHeaders headers = new HttpHeaders();

    private Problem(HttpStatus status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    static Problem malformed(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "Malformed body", detail);
    }

    static Problem tooLarge(String detail) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "Too large", detail);
    }

    static Problem unsupported(String detail) {
        return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unknown form", detail);
    }

    static Problem unauthorized(String detail) {
        var problem = new Problem(HttpStatus.UNAUTHORIZED, "Unknown key", detail);
        problem.headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"ews\"");
        return problem;
    }

    static Problem forged(String detail) {
        return new Problem(HttpStatus.UNAUTHORIZED, "Not signed by the vendor", detail);
    }

    static Problem unknownAddress(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "Unknown address", detail);
    }

    static Problem revoked(String detail) {
        return new Problem(HttpStatus.GONE, "Revoked", detail);
    }

    static Problem forbidden(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, "Key without the scope", detail);
    }

    static Problem unavailable(String detail, Duration retryAfter) {
        var problem = new Problem(HttpStatus.SERVICE_UNAVAILABLE, "Try again later", detail);
        problem.headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        return problem;
    }

    /** As the draft of RateLimit headers has it: the quota of a window of a second, and when some of it is there again. */
    static Problem tooFast(TooFast tooFast) {
        var problem = new Problem(HttpStatus.TOO_MANY_REQUESTS, "Too fast", String.valueOf(tooFast.getMessage()));
        problem.headers.set(HttpHeaders.RETRY_AFTER, Long.toString(tooFast.secondsToWait()));
        problem.headers.set("RateLimit-Policy", "\"events\";q=%d;w=1".formatted(tooFast.mostASecond()));
        problem.headers.set("RateLimit", "\"events\";r=0;t=%d".formatted(tooFast.secondsToWait()));
        return problem;
    }

    static Problem wrongMethod(String allowed) {
        var problem = new Problem(HttpStatus.METHOD_NOT_ALLOWED, "Wrong method", "Send events with " + allowed + ".");
        problem.headers.set(HttpHeaders.ALLOW, allowed);
        return problem;
    }

    /** The media type is set whatever the client accepts: a problem in a format it did not ask for beats a 406. */
    ResponseEntity<ProblemDetail> response() {
        String detail = getMessage();
        var body = ProblemDetail.forStatusAndDetail(status, detail == null ? title : detail);
        body.setTitle(title);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
