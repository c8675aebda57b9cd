package ews.sensors.http;

import ews.domain.time.OrganisationDays;
import ews.sensors.vendor.Delivery;
import ews.sensors.vendor.Forged;
import ews.sensors.vendor.UnknownAddress;
import ews.sensors.vendor.VendorIntake;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Takes what vendors send to the addresses of their sources, signed as each of them does it. */
@RestController
class HooksController {

    private static final String PATH = "/v1/hooks/{address}";

    private final VendorIntake intake;
    private final Memory memory;
    private final OrganisationDays days;

    HooksController(VendorIntake intake, Memory memory, OrganisationDays days) {
        this.intake = intake;
        this.memory = memory;
        this.days = days;
    }

    @PostMapping(PATH)
    ResponseEntity<ReceiptBody> post(@PathVariable String address, HttpServletRequest request) throws IOException {
        try (Memory.Share share = memory.share()) {
            var delivery = new Delivery(headers(request), Bodies.read(request, share), days.now());
            var receipt = intake.take(address, delivery);
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ReceiptBody.of(receipt));
        }
    }

    /** Some look whether anybody is there, before they save the address. */
    @RequestMapping(path = PATH, method = RequestMethod.HEAD)
    ResponseEntity<Void> head(@PathVariable String address) {
        return ResponseEntity.ok().build();
    }

    @RequestMapping(PATH)
    void otherMethod() {
        throw Problem.wrongMethod("POST");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forged(Forged forged) {
        return Problem.forged(forged.reason()).response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownAddress unknown) {
        String detail = String.valueOf(unknown.getMessage());
        return (unknown.wasRevoked() ? Problem.revoked(detail) : Problem.unknownAddress(detail)).response();
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }
}
