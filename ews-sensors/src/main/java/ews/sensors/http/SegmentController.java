package ews.sensors.http;

import ews.domain.time.OrganisationDays;
import ews.sensors.segment.SegmentDialect;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes events from the clients of Segment and RudderStack as they are, also from browsers on any site. The short forms
 * are those of the browser.
 */
@RestController
@CrossOrigin(maxAge = 86_400)
class SegmentController {

    private static final String CALLS = "{call:batch|import|b|identify|i|track|t|page|p|screen|s|group|g|alias|a}";

    private static final Map<String, String> SHORT =
            Map.of("i", "identify", "t", "track", "p", "page", "s", "screen", "g", "group", "a", "alias");

    static final List<String> PATHS = List.of(
            "/v1/batch",
            "/v1/import",
            "/v1/b",
            "/v1/identify",
            "/v1/i",
            "/v1/track",
            "/v1/t",
            "/v1/page",
            "/v1/p",
            "/v1/screen",
            "/v1/s",
            "/v1/group",
            "/v1/g",
            "/v1/alias",
            "/v1/a");

    private final ListedIntake intake;
    private final SegmentDialect dialect;
    private final OrganisationDays days;

    SegmentController(ListedIntake intake, SegmentDialect dialect, OrganisationDays days) {
        this.intake = intake;
        this.dialect = dialect;
        this.days = days;
    }

    @PostMapping("/v1/" + CALLS)
    ResponseEntity<ReceiptBody> post(
            @PathVariable String call,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        return intake.take(
                request, authorization, (source, body) -> dialect.read(source, body, type(call), days.now()));
    }

    @RequestMapping("/v1/" + CALLS)
    void otherMethod() {
        throw Problem.wrongMethod("POST");
    }

    /** {@code null} where each event says its own. */
    private static @Nullable String type(String call) {
        return switch (call) {
            case "batch", "import", "b" -> null;
            default -> SHORT.getOrDefault(call, call);
        };
    }
}
