package ews.dashboard.api.openapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Serves the OpenAPI document. It is kept by hand; a test compares it with the routes and with real answers. */
@RestController
class OpenApi {

    private static final String DOCUMENT = "/ews/dashboard/api/openapi.yaml";

    private final String yaml;
    private final String json;

    OpenApi() throws IOException {
        yaml = new ClassPathResource(DOCUMENT).getContentAsString(StandardCharsets.UTF_8);
        json = YAMLMapper.shared().readTree(yaml).toString();
    }

    @GetMapping("/v1/openapi.yaml")
    ResponseEntity<String> yaml() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_YAML).body(yaml);
    }

    @GetMapping("/v1/openapi.json")
    ResponseEntity<String> json() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }
}
