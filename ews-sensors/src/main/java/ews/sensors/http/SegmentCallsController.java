package ews.sensors.http;

import ews.domain.time.OrganisationDays;
import ews.sensors.segment.SegmentDialect;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes events from the clients of Segment and RudderStack as they are, also from browsers on any site. */
@RestController
@CrossOrigin(maxAge = 86_400)
class SegmentCallsController {

    private static final String BATCH = "/v1/batch";

    /** For one event each, of the type that the path says. */
    private static final String ONE = "/v1/{type:identify|group|track|page|screen|alias}";

    private final ListedIntake intake;
    private final SegmentDialect dialect;
    private final OrganisationDays days;

    SegmentCallsController(ListedIntake intake, SegmentDialect dialect, OrganisationDays days) {
        this.intake = intake;
        this.dialect = dialect;
        this.days = days;
    }

    @PostMapping(BATCH)
    ResponseEntity<ReceiptBody> batch(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        return intake.take(request, authorization, (source, body) -> dialect.read(source, body, null, days.now()));
    }

    @PostMapping(ONE)
    ResponseEntity<ReceiptBody> one(
            @PathVariable String type,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        return intake.take(request, authorization, (source, body) -> dialect.read(source, body, type, days.now()));
    }

    @RequestMapping({BATCH, ONE})
    void otherMethod() {
        throw Problem.wrongMethod("POST");
    }
}
