package ews.sensors.http;

import ews.sensors.dialect.MalformedBody;
import ews.sensors.dialect.TooManyEvents;
import ews.sensors.intake.IntakeUnavailable;
import ews.sensors.intake.SourceGone;
import ews.sensors.intake.TooFast;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What senders of events are answered when a request as a whole cannot be served. */
@RestControllerAdvice(basePackageClasses = IntakeProblems.class)
class IntakeProblems {

    private final Caller caller;

    IntakeProblems(Caller caller) {
        this.caller = caller;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
        Bodies.drain(request);
        return problem.response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MalformedBody malformed) {
        return Problem.malformed(String.valueOf(malformed.getMessage())).response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyEvents tooMany) {
        return Problem.tooLarge(String.valueOf(tooMany.getMessage())).response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(IntakeUnavailable unavailable, HttpServletRequest request) {
        Bodies.drain(request);
        return Problem.unavailable(String.valueOf(unavailable.getMessage()), unavailable.retryAfter())
                .response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooFast(TooFast tooFast) {
        return Problem.tooFast(tooFast).response();
    }

    /** Another instance deleted it while this one still remembered its key. */
    @ExceptionHandler(SourceGone.class)
    ResponseEntity<ProblemDetail> gone() {
        return caller.forget().response();
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> databaseDown(HttpServletRequest request) {
        Bodies.drain(request);
        return Problem.unavailable("The database does not answer.", Duration.ofSeconds(5))
                .response();
    }
}
