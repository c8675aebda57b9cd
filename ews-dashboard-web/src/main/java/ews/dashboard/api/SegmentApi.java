package ews.dashboard.api;

import ews.detection.configuration.Configuration;
import ews.detection.configuration.Configurations;
import ews.detection.configuration.SegmentDocument;
import ews.detection.segment.Segmentation;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.segment.Segment;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Segments one by one. Their revision is that of all of them, since each one's place depends on the others. */
@RestController
class SegmentApi {

    private final Segments segments;
    private final Configurations configurations;
    private final OrganisationDays days;

    SegmentApi(Segments segments, Configurations configurations, OrganisationDays days) {
        this.segments = segments;
        this.configurations = configurations;
        this.days = days;
    }

    @GetMapping("/v1/segments")
    Page<JsonNode> segments(HttpServletRequest request) {
        List<Segment> ordered = on(new Parameters(request, "asOf").past(days.today()));
        return new Page<>(
                IntStream.range(0, ordered.size())
                        .mapToObj(place -> view(ordered.get(place), place))
                        .toList(),
                null);
    }

    private List<Segment> on(LocalDate day) {
        return day.equals(days.today())
                ? segments.all()
                : Segmentation.effectiveOn(day, segments.history()).segments();
    }

    private static JsonNode view(Segment segment, int place) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("key", segment.key())
                .put("position", place + 1)
                .put("rule", segment.rule());
        SegmentDocument.write(segment.name(), segment.conditions(), node);
        return node;
    }

    @GetMapping("/v1/segments/{segment}")
    ResponseEntity<JsonNode> segment(@PathVariable String segment, HttpServletRequest request) {
        List<Segment> ordered = on(new Parameters(request, "asOf").past(days.today()));
        return ResponseEntity.ok()
                .eTag(Revision.tag(configurations.now().revision()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(view(segment, ordered));
    }

    private static JsonNode view(String key, List<Segment> ordered) {
        return IntStream.range(0, ordered.size())
                .filter(place -> ordered.get(place).key().equals(key))
                .mapToObj(place -> view(ordered.get(place), place))
                .findFirst()
                .orElseThrow(() -> noSegment(key));
    }

    static Problem noSegment(String key) {
        return Problem.notFound("There is no segment with the key \"%s\".".formatted(key));
    }

    /** A new one comes before the last unless it says where, and begins with a copy of the last one's profile. */
    @PutMapping("/v1/segments/{segment}")
    @Needs(Scope.CONFIGURE)
    ResponseEntity<JsonNode> put(@PathVariable String segment, HttpServletRequest request, Actor actor)
            throws IOException {
        new Parameters(request);
        if (!SegmentDocument.isKey(segment)) {
            throw Problem.badRequest("A segment's key has 1 to 80 letters, digits and underscores.");
        }
        Body body = Body.of(request, "name", "conditions", "position");
        SegmentDocument.Rule rule =
                SegmentDocument.read(((ObjectNode) body.node().deepCopy()).without("position"));
        var now = configurations.now();
        List<Configuration.Segment> all = now.configuration().segments();
        var before = now.configuration().segment(segment);
        var wanted = new Configuration.Segment(
                segment,
                rule.name(),
                rule.conditions(),
                before.orElseGet(all::getLast).profile());
        int place = position(body.node(), before.map(all::indexOf).orElse(all.size() - 1));
        change(now.configuration().with(wanted, place), now.revision(), request, actor);
        return ResponseEntity.status(before.isPresent() ? HttpStatus.OK : HttpStatus.CREATED)
                .eTag(Revision.tag(configurations.now().revision()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(view(segment, segments.all()));
    }

    private static int position(JsonNode body, int otherwise) {
        JsonNode position = body.path("position");
        if (position.isMissingNode() || position.isNull()) {
            return otherwise;
        }
        if (!position.isIntegralNumber() || !position.canConvertToInt() || position.asInt() < 1) {
            throw Problem.badRequest("position: must be a whole number, 1 for the first.");
        }
        return position.asInt() - 1;
    }

    @DeleteMapping("/v1/segments/{segment}")
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String segment, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        var now = configurations.now();
        Configuration.Segment gone = now.configuration().segment(segment).orElseThrow(() -> noSegment(segment));
        if (gone.equals(now.configuration().segments().getLast())) {
            throw Problem.badRequest(
                    "%s takes the accounts that no other segment matches, so it must stay.".formatted(gone.name()));
        }
        change(now.configuration().without(segment), now.revision(), request, actor);
    }

    /** What was read just now must still be so, or what the caller knows. */
    private void change(Configuration wanted, String revision, HttpServletRequest request, Actor actor) {
        var last = wanted.segments().getLast();
        String copied = "Copied from " + last.name();
        Problem.telling(
                () -> configurations.apply(wanted, Revision.known(request).orElse(revision), copied, actor));
    }
}
