package ews.bench;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The least that an endpoint can do: reads what was sent, and answers. */
@RestController
class Nothing {

    static final String PATH = "/nothing";

    @PostMapping(PATH)
    String nothing(HttpServletRequest request) throws IOException {
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
        return "{}";
    }
}
