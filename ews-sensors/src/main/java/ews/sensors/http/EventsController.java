package ews.sensors.http;

import ews.domain.time.OrganisationDays;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.intake.EventIntake;
import ews.sensors.intake.Receipt;
import ews.sensors.source.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes events in our own JSON: {@code POST /v1/events}. The body is read by hand, whatever type it claims to be. */
@RestController
class EventsController {

    private final Caller caller;
    private final Memory memory;
    private final NativeDialect dialect;
    private final EventIntake intake;
    private final OrganisationDays days;

    EventsController(Caller caller, Memory memory, NativeDialect dialect, EventIntake intake, OrganisationDays days) {
        this.caller = caller;
        this.memory = memory;
        this.dialect = dialect;
        this.intake = intake;
        this.days = days;
    }

    @PostMapping("/v1/events")
    ResponseEntity<ReceiptBody> post(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        Source source = caller.sender(authorization);
        try (Memory.Share share = memory.share()) {
            byte[] body = Bodies.check(source, Bodies.read(request, share));
            Receipt receipt = intake.accept(dialect.read(source, body, days.now()));
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ReceiptBody.of(receipt));
        }
    }

    @RequestMapping("/v1/events")
    void otherMethod() {
        throw Problem.wrongMethod("POST");
    }
}
