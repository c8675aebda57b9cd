package ews.dashboard.api;

import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.plays.email.Template;
import ews.plays.email.TemplateVersion;
import ews.plays.email.Templates;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What emails to contacts begin with, in all versions. */
@RestController
@RequestMapping("/v1/templates")
class TemplateApi {

    private static final int LONGEST_TEXT = 20_000;

    private final Templates templates;

    TemplateApi(Templates templates) {
        this.templates = templates;
    }

    /** @param text with merge fields */
    record TemplateView(String key, int version, String name, String subject, String text) {

        static TemplateView of(Template template) {
            return new TemplateView(
                    template.key(), template.version(), template.name(), template.subject(), template.body());
        }
    }

    /** What it said from a moment on. */
    record VersionView(
            int version, String reason, String author, Instant savedAt, String name, String subject, String text) {

        static VersionView of(TemplateVersion version) {
            return new VersionView(
                    version.template().version(),
                    version.reason(),
                    version.author(),
                    version.time(),
                    version.template().name(),
                    version.template().subject(),
                    version.template().body());
        }
    }

    @GetMapping
    Page<TemplateView> templates(HttpServletRequest request) {
        new Parameters(request);
        return new Page<>(templates.all().stream().map(TemplateView::of).toList(), null);
    }

    @GetMapping("/{template}")
    ResponseEntity<TemplateView> template(@PathVariable String template, HttpServletRequest request) {
        new Parameters(request);
        return answer(HttpStatus.OK, existing(template));
    }

    /** Newest first. */
    @GetMapping("/{template}/versions")
    Page<VersionView> versions(@PathVariable String template, HttpServletRequest request) {
        new Parameters(request);
        return new Page<>(
                templates.versions(existing(template).key()).stream()
                        .map(VersionView::of)
                        .toList(),
                null);
    }

    /** Makes a template, or its next version. */
    @PutMapping("/{template}")
    @Needs(Scope.CONFIGURE)
    ResponseEntity<TemplateView> put(@PathVariable String template, HttpServletRequest request, Actor actor)
            throws IOException {
        new Parameters(request);
        Body body = Body.of(request, "reason", "name", "subject", "text");
        String reason = body.text("reason").strip();
        if (reason.isEmpty()) {
            throw Problem.badRequest("reason: say in a few words why.");
        }
        Optional<Template> before = templates.withKey(template);
        int version = before.map(Template::version).orElse(0);
        Optional<String> known = Revision.known(request);
        if (known.isPresent() && !known.get().equals(Integer.toString(version))) {
            throw Problem.changedMeanwhile(
                    before.isEmpty()
                            ? "There is no template with the key \"%s\".".formatted(template)
                            : "The template is at version %d, no longer at %s: somebody has changed it meanwhile."
                                    .formatted(version, known.get()));
        }
        var typed = new Template(
                template,
                body.text("name"),
                body.text("subject"),
                body.optionalText("text", LONGEST_TEXT).orElseThrow(() -> Problem.badRequest("text: is missing.")),
                version);
        try {
            return answer(before.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK, templates.save(typed, reason, actor));
        } catch (TransitionRefused e) {
            throw Problem.changedMeanwhile(String.valueOf(e.getMessage()));
        }
    }

    private static ResponseEntity<TemplateView> answer(HttpStatus status, Template template) {
        return ResponseEntity.status(status)
                .eTag(Revision.tag(template.version()))
                .body(TemplateView.of(template));
    }

    private Template existing(String key) {
        return templates
                .withKey(key)
                .orElseThrow(() -> Problem.notFound("There is no template with the key \"%s\".".formatted(key)));
    }
}
