package ews.dashboard.api;

import ews.detection.configuration.ProfileDocument;
import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import ews.detection.profile.Draft;
import ews.detection.profile.Drafts;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.segment.Segment;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The draft of a segment's profile, the same that admins see, and what it would change. */
@RestController
@RequestMapping("/v1/segments/{segment}/profile/draft")
class DraftApi {

    private final Segments segments;
    private final Profiles profiles;
    private final Drafts drafts;
    private final Previewing previewing;

    DraftApi(Segments segments, Profiles profiles, Drafts drafts, Previewing previewing) {
        this.segments = segments;
        this.profiles = profiles;
        this.drafts = drafts;
        this.previewing = previewing;
    }

    /** @param basedOn the version that counted when it was begun */
    record DraftView(String segment, int basedOn, String author, Instant savedAt, JsonNode profile) {

        static DraftView of(String segment, Draft draft) {
            return new DraftView(
                    segment, draft.basedOn(), draft.author(), draft.savedAt(), ProfileDocument.write(draft.profile()));
        }
    }

    @GetMapping
    DraftView draft(@PathVariable String segment, HttpServletRequest request) {
        new Parameters(request);
        return DraftView.of(segment, existing(segment));
    }

    @PutMapping
    @Needs(Scope.CONFIGURE)
    DraftView save(@PathVariable String segment, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        int id = segment(segment).id();
        var profile = ProfileDocument.read(Body.of(request, "profile").node().path("profile"), "profile");
        drafts.save(id, profile, profiles.current(id).version(), actor);
        return DraftView.of(segment, existing(segment));
    }

    @DeleteMapping
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String segment, HttpServletRequest request) {
        new Parameters(request);
        drafts.discard(segment(segment).id());
    }

    /** It is computed in the background; what is known of it so far is at the address in {@code Location}. */
    @PostMapping("/preview")
    @Needs(Scope.CONFIGURE)
    ResponseEntity<Void> preview(@PathVariable String segment, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        Draft draft = existing(segment);
        PreviewId preview = previewing.start(draft.segmentId(), draft.profile(), actor);
        return ResponseEntity.accepted()
                .location(URI.create(PreviewApi.addressOf(preview)))
                .build();
    }

    private Draft existing(String segment) {
        return drafts.of(segment(segment).id())
                .orElseThrow(() -> Problem.notFound("There is no draft of the profile of this segment; PUT one."));
    }

    private Segment segment(String key) {
        return segments.withKey(key).orElseThrow(() -> SegmentApi.noSegment(key));
    }
}
