package ews.dashboard.api;

import ews.detection.configuration.InvalidDocument;
import ews.plays.email.InvalidTemplate;
import ews.plays.play.InvalidPlay;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers what goes wrong in the API as problem details (RFC 9457). */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** All that is wrong with a document, so that it can be put right at once. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidDocument invalid) {
        return problems(invalid.problems());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidTemplate invalid) {
        return problems(invalid.problems());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidPlay invalid) {
        return problems(invalid.problems());
    }

    private static ResponseEntity<ProblemDetail> problems(List<String> problems) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, problems.getFirst());
        problem.setProperty("problems", problems);
        return ResponseEntity.badRequest().body(problem);
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, TransientDataAccessException.class})
    ResponseEntity<ProblemDetail> databaseIsAway() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(PAUSE.toSeconds()))
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer; please try again."));
    }
}
