package ews.sensors.http;

import ews.domain.time.OrganisationDays;
import ews.sensors.posthog.PostHogDialect;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes events from the clients of PostHog as they are. */
@RestController
@CrossOrigin(maxAge = 86_400)
class PostHogController {

    private static final String PATH = "/v1/posthog";

    private final ListedIntake intake;
    private final PostHogDialect dialect;
    private final OrganisationDays days;

    PostHogController(ListedIntake intake, PostHogDialect dialect, OrganisationDays days) {
        this.intake = intake;
        this.dialect = dialect;
        this.days = days;
    }

    @PostMapping(PATH)
    ResponseEntity<ReceiptBody> post(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        return intake.take(request, authorization, (source, body) -> dialect.read(source, body, days.now()));
    }

    @RequestMapping(PATH)
    void otherMethod() {
        throw Problem.wrongMethod("POST");
    }
}
