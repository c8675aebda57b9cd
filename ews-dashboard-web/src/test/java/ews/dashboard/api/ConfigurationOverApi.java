package ews.dashboard.api;

import ews.dashboard.setup.configuration.StarterVersions;
import ews.detection.configuration.Configuration;
import ews.detection.configuration.Configurations;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.sensors.source.Scope;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The configuration is read and changed over the API, and put back after each test. */
abstract class ConfigurationOverApi extends ApiTest {

    @Autowired
    Configurations configurations;

    @Autowired
    Segments segments;

    Configuration before = new Configuration(List.of());

    @BeforeEach
    void remember() {
        before = configurations.now().configuration();
    }

    @AfterEach
    void putBack() {
        configurations.apply(before, null, "Put back", Actor.SYSTEM);
        jdbc.sql("delete from play where key = 'sponsor-left'").update();
        StarterVersions.forget(jdbc);
    }

    String yaml() {
        return ask("GET", "/v1/configuration", Scope.READ, "", "Accept", "application/yaml")
                .response()
                .body();
    }

    Answer configure(String method, String path, String body, String... headers) {
        return ask(method, path, Scope.CONFIGURE, body, headers);
    }
}
