package ews.dashboard.api;

import ews.detection.configuration.Configuration;
import ews.detection.configuration.ConfigurationText;
import ews.detection.configuration.Configurations;
import ews.detection.configuration.Plan;
import ews.detection.configuration.Plans;
import ews.detection.preview.PreviewId;
import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** All configuration as one document, which a pipeline reads, plans and applies. */
@RestController
class ConfigurationApi {

    private static final MediaType YAML = MediaType.APPLICATION_YAML;

    private final Configurations configurations;
    private final Plans plans;

    ConfigurationApi(Configurations configurations, Plans plans) {
        this.configurations = configurations;
        this.plans = plans;
    }

    /**
     * What would change about one of them.
     *
     * @param subject {@code segment}, {@code rule} or what else it is about
     */
    record ChangeView(String kind, String subject, String key, String name, List<String> details) {

        static ChangeView of(Change change) {
            return new ChangeView(
                    change.kind().code(), change.subject().code(), change.key(), change.name(), change.details());
        }
    }

    /** @param preview the address of what it would do to the health of accounts; {@code null} where that stays */
    record PlanView(
            String revision,
            List<ChangeView> changes,
            @Nullable String preview) {}

    record AppliedView(String revision, List<ChangeView> changes) {}

    @GetMapping("/v1/configuration")
    ResponseEntity<String> configuration(HttpServletRequest request) {
        new Parameters(request);
        var now = configurations.now();
        boolean yaml = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("yaml");
        return ResponseEntity.ok()
                .eTag(Revision.tag(now.revision()))
                .contentType(yaml ? YAML : MediaType.APPLICATION_JSON)
                .body(
                        yaml
                                ? ConfigurationText.yaml(now.configuration())
                                : ConfigurationText.tree(now.configuration()).toString());
    }

    /** Changes nothing, so a key that may read is enough: a pull request need not hold one that may apply. */
    @PostMapping("/v1/configuration/plan")
    PlanView plan(HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Configuration wanted = read(request);
        var made = plans.make(wanted, actor);
        PreviewId preview = made.preview();
        return new PlanView(
                made.plan().revision(),
                made.plan().changes().stream().map(ChangeView::of).toList(),
                preview == null ? null : PreviewApi.addressOf(preview));
    }

    @PutMapping("/v1/configuration")
    @Needs(Scope.CONFIGURE)
    AppliedView apply(HttpServletRequest request, Actor actor) throws IOException {
        var parameters = new Parameters(request, "reason", "accounts");
        String reason = parameters.text("reason").orElse("");
        boolean newOnly = parameters
                .oneOf("accounts", List.of("all", "new"))
                .filter("new"::equals)
                .isPresent();
        Configuration wanted = read(request);
        String known = Revision.known(request).orElse(null);
        Plan applied = Problem.telling(() -> configurations.apply(wanted, known, reason, newOnly, actor));
        return new AppliedView(
                configurations.now().revision(),
                applied.changes().stream().map(ChangeView::of).toList());
    }

    private Configuration read(HttpServletRequest request) throws IOException {
        return configurations.read(Body.bytes(request));
    }
}
