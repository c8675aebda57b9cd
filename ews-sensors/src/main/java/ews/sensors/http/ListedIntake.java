package ews.sensors.http;

import ews.sensors.dialect.ListedBody;
import ews.sensors.intake.Batch;
import ews.sensors.intake.EventIntake;
import ews.sensors.source.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes the bodies of clients of product analytics, which carry the source's key in a header or in the body itself. */
@Component
class ListedIntake {

    private final Caller caller;
    private final Memory memory;
    private final EventIntake intake;

    ListedIntake(Caller caller, Memory memory, EventIntake intake) {
        this.caller = caller;
        this.memory = memory;
        this.intake = intake;
    }

    interface Reader {
        Batch read(Source source, ListedBody body);
    }

    ResponseEntity<ReceiptBody> take(HttpServletRequest request, @Nullable String authorization, Reader reader)
            throws IOException {
        String key = Caller.keyIn(authorization);
        // Before anything of the body is read, where it can be.
        Source known = key == null ? null : caller.withKey(key);
        try (Memory.Share share = memory.share()) {
            byte[] sent = Bodies.read(request, share);
            var body = ListedBody.of(sent);
            Source source = known == null ? sender(body) : known;
            Bodies.check(source, sent);
            var receipt = intake.accept(reader.read(source, body));
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ReceiptBody.of(receipt));
        }
    }

    private Source sender(ListedBody body) {
        String key = body.key();
        if (key == null) {
            throw Problem.unauthorized("Send the source's key as the write key of the client.");
        }
        return caller.withKey(key);
    }
}
