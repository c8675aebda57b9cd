package ews.dashboard.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people and machines get when something did not work: a page, or problem details (RFC 9457). */
@Controller
class Errors implements ErrorController {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final ApiAddresses addresses;

    Errors(ApiAddresses addresses) {
        this.addresses = addresses;
    }

    @RequestMapping("/error")
    Object answer(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = statusOf(request);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (wantsPage(request)) {
            return page(status, reason(request));
        }
        boolean noSuchAddress = status == HttpStatus.NOT_FOUND && isApi(request);
        return problem(status, noSuchAddress ? addresses.noSuchAddress() : reason(request));
    }

    private static ModelAndView page(HttpStatus status, String reason) {
        String view = switch (status) {
            case FORBIDDEN -> "error/403";
            case NOT_FOUND -> "error/404";
            case SERVICE_UNAVAILABLE -> "error/503";
            default -> status.is4xxClientError() ? "error/4xx" : "error/500";
        };
        return new ModelAndView(view, Map.of("status", status.value(), "reason", reason), status);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String reason) {
        var detail = ProblemDetail.forStatus(status);
        if (status.is4xxClientError() && !reason.isEmpty()) {
            detail.setDetail(reason);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            detail.setDetail("The database does not answer; please try again.");
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    /** What whoever refused the request said about it. */
    private static String reason(HttpServletRequest request) {
        Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        return message == null ? "" : message.toString();
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String path = path(request);
        String accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        String root = request.getContextPath();
        return accept.contains(MediaType.TEXT_HTML_VALUE) && !isApi(request) && !path.startsWith(root + "/actuator/");
    }

    /** What is not there in the API is an address: of what it does not find itself, it says so itself. */
    private static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith(request.getContextPath() + ApiAddresses.ROOT);
    }

    private static String path(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        if (Outage.isBehind((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        @Nullable Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status; // somebody asked for /error itself
    }
}
