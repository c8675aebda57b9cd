package ews.sensors.http;

import ews.domain.time.OrganisationDays;
import ews.sensors.cloudevents.CloudEvents;
import ews.sensors.intake.Batch;
import ews.sensors.intake.EventIntake;
import ews.sensors.source.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes CloudEvents 1.0 over HTTP, alone in either form or as a batch, and shakes hands with those who ask first whether
 * they may send (HTTP 1.1 Web Hooks for Event Delivery).
 */
@RestController
class CloudEventsController {

    private static final String PATH = "/v1/cloudevents";
    private static final String PREFIX = "ce-";
    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

    private final Caller caller;
    private final Memory memory;
    private final CloudEvents events;
    private final EventIntake intake;
    private final OrganisationDays days;

    CloudEventsController(Caller caller, Memory memory, CloudEvents events, EventIntake intake, OrganisationDays days) {
        this.caller = caller;
        this.memory = memory;
        this.events = events;
        this.intake = intake;
        this.days = days;
    }

    @PostMapping(PATH)
    ResponseEntity<ReceiptBody> post(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        Source source = caller.sender(authorization);
        try (Memory.Share share = memory.share()) {
            byte[] body = Bodies.check(source, Bodies.read(request, share));
            var receipt = intake.accept(batch(source, request, body, days.now()));
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ReceiptBody.of(receipt));
        }
    }

    private Batch batch(Source source, HttpServletRequest request, byte[] body, Instant now) {
        String type =
                String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
        if (type.startsWith("application/cloudevents-batch+json")) {
            return events.batch(source, body, now);
        }
        if (type.startsWith("application/cloudevents+json")) {
            return events.structured(source, body, now);
        }
        Map<String, String> attributes = attributes(request);
        if (!type.startsWith("application/cloudevents") && attributes.keySet().containsAll(REQUIRED)) {
            return events.binary(source, attributes, body, now);
        }
        throw Problem.unsupported(
                "Send a CloudEvent as application/cloudevents+json, a list of them as application/cloudevents-batch+json,"
                        + " or one with the headers ce-specversion, ce-id, ce-source and ce-type and its data as JSON.");
    }

    private static Map<String, String> attributes(HttpServletRequest request) {
        var attributes = new HashMap<String, String>();
        for (String header : Collections.list(request.getHeaderNames())) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()), decoded(request.getHeader(header)));
            }
        }
        return attributes;
    }

    /** Values of headers are percent-encoded, and a plus sign is one. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }

    /** Anybody may ask: whoever sends without a key is refused then. */
    @RequestMapping(path = PATH, method = RequestMethod.OPTIONS)
    ResponseEntity<Void> handshake(
            @RequestHeader(name = "WebHook-Request-Origin", required = false) @Nullable String origin) {
        var answer = ResponseEntity.ok().header(HttpHeaders.ALLOW, "OPTIONS, POST");
        return origin == null
                ? answer.build()
                : answer.header("WebHook-Allowed-Origin", origin)
                        .header("WebHook-Allowed-Rate", "*")
                        .build();
    }

    @RequestMapping(PATH)
    void otherMethod() {
        throw Problem.wrongMethod("POST");
    }
}
