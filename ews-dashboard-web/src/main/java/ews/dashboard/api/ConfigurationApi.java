package ews.dashboard.api;

import ews.detection.configuration.Configuration;
import ews.detection.configuration.ConfigurationText;
import ews.detection.configuration.Configurations;
import ews.detection.configuration.Plan;
import ews.detection.configuration.Plans;
import ews.detection.preview.PreviewId;
import ews.domain.audit.Actor;
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

    record ChangeView(String kind, String segment, String name, List<String> details) {

        static ChangeView of(Plan.Change change) {
            return new ChangeView(change.kind().code(), change.segment(), change.name(), change.details());
        }
    }

    /** @param preview the address of what it would do to accounts; {@code null} where nothing would change */
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
        Configuration wanted = ConfigurationText.configuration(Body.bytes(request));
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
        String reason = new Parameters(request, "reason").text("reason").orElse("");
        Configuration wanted = ConfigurationText.configuration(Body.bytes(request));
        String known = Revision.known(request).orElse(null);
        Plan applied = Problem.telling(() -> configurations.apply(wanted, known, reason, actor));
        return new AppliedView(
                configurations.now().revision(),
                applied.changes().stream().map(ChangeView::of).toList());
    }
}
