package ews.dashboard.api;

import ews.dashboard.api.DraftApi.DraftView;
import ews.detection.profile.Drafts;
import ews.detection.segment.Segments;
import ews.detection.suggestion.Suggesting;
import ews.detection.suggestion.Suggestion;
import ews.detection.suggestion.SuggestionId;
import ews.domain.audit.Actor;
import ews.domain.segment.Segment;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Weights that the past speaks for: asked for, looked at until everything is known, and made a draft. */
@RestController
class SuggestionApi {

    private final Suggesting suggesting;
    private final Segments segments;
    private final Drafts drafts;

    SuggestionApi(Suggesting suggesting, Segments segments, Drafts drafts) {
        this.suggesting = suggesting;
        this.segments = segments;
        this.drafts = drafts;
    }

    /** It is computed in the background; how far it is, and then its finding, are at the address in {@code Location}. */
    @PostMapping("/v1/segments/{segment}/profile/suggestions")
    @Needs(Scope.CONFIGURE)
    ResponseEntity<Void> start(@PathVariable String segment, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        Segment found = segments.withKey(segment).orElseThrow(() -> SegmentApi.noSegment(segment));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/suggestions/" + suggesting.start(found.id(), actor)))
                .build();
    }

    @GetMapping("/v1/suggestions/{suggestion}")
    SuggestionView suggestion(@PathVariable String suggestion, HttpServletRequest request) {
        new Parameters(request);
        Suggestion found = existing(suggestion);
        return SuggestionView.of(found, segmentOf(found));
    }

    /** Takes the place of a draft that is there. */
    @PostMapping("/v1/suggestions/{suggestion}/draft")
    @Needs(Scope.CONFIGURE)
    DraftView draft(@PathVariable String suggestion, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        Suggestion found = existing(suggestion);
        String segment = segmentOf(found);
        return Problem.telling(() -> {
            suggesting.draft(found, actor);
            return DraftView.of(segment, drafts.of(found.segmentId()).orElseThrow());
        });
    }

    private Suggestion existing(String id) {
        return (id.matches("[0-9]{1,18}")
                        ? suggesting.withId(new SuggestionId(Long.parseLong(id)))
                        : Optional.<Suggestion>empty())
                .orElseThrow(() -> Problem.notFound("There is no such suggestion; they are kept for 30 days."));
    }

    private String segmentOf(Suggestion suggestion) {
        return segments.withId(suggestion.segmentId())
                .map(Segment::key)
                .orElseThrow(() -> Problem.notFound("The segment of this suggestion was deleted."));
    }
}
