package ews.sensors.http;

import ews.domain.time.OrganisationDays;
import ews.sensors.intake.EventIntake;
import ews.sensors.source.Source;
import ews.sensors.totango.TotangoCall;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes calls of Totango's tracking, {@code /pixel.gif}, with the key of the source as the service id. The answer is a
 * transparent picture, as those expect who put it into pages.
 */
@RestController
@CrossOrigin(maxAge = 86_400)
class PixelController {

    private static final String PATH = "/v1/pixel.gif";

    private static final byte[] TRANSPARENT =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final Caller caller;
    private final Memory memory;
    private final TotangoCall calls;
    private final EventIntake intake;
    private final OrganisationDays days;

    PixelController(Caller caller, Memory memory, TotangoCall calls, EventIntake intake, OrganisationDays days) {
        this.caller = caller;
        this.memory = memory;
        this.calls = calls;
        this.intake = intake;
        this.days = days;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> get(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request) {
        return take(authorization, parameters(String.valueOf(request.getQueryString())));
    }

    /** With the parameters in the address, in the body as a form, or in both. */
    @PostMapping(PATH)
    ResponseEntity<byte[]> post(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        try (Memory.Share share = memory.share()) {
            String body = new String(Bodies.read(request, share), StandardCharsets.UTF_8);
            Map<String, String> parameters = parameters(String.valueOf(request.getQueryString()));
            parameters.putAll(parameters(body));
            return take(authorization, parameters);
        }
    }

    private ResponseEntity<byte[]> take(@Nullable String authorization, Map<String, String> parameters) {
        String inHeader = Caller.keyIn(authorization);
        String key = inHeader == null ? parameters.get("sdr_s") : inHeader;
        if (key == null) {
            throw Problem.unauthorized("Send the source's key as sdr_s.");
        }
        Source source = caller.withKey(key);
        intake.accept(calls.read(source, parameters, days.now()));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_GIF)
                .cacheControl(CacheControl.noStore())
                .body(TRANSPARENT);
    }

    /** By hand, since everything else would take the body of a POST for itself. */
    private static Map<String, String> parameters(String form) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
