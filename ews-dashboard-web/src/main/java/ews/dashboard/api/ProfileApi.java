package ews.dashboard.api;

import ews.detection.configuration.ProfileDocument;
import ews.detection.profile.ProfileChanges;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.profile.Publishing;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The published versions of a segment's profile. */
@RestController
@RequestMapping("/v1/segments/{segment}/profile")
class ProfileApi {

    private final Segments segments;
    private final Profiles profiles;
    private final Publishing publishing;
    private final OrganisationDays days;

    ProfileApi(Segments segments, Profiles profiles, Publishing publishing, OrganisationDays days) {
        this.segments = segments;
        this.profiles = profiles;
        this.publishing = publishing;
        this.days = days;
    }

    /**
     * One version.
     *
     * @param changes against the version before, in sentences; {@code null} where nobody asked for them
     */
    record VersionView(
            String segment,
            int version,
            LocalDate from,
            String reason,
            String publishedBy,
            Instant publishedAt,
            @Nullable List<String> changes,
            JsonNode profile) {

        static VersionView of(String segment, ProfileVersion version, @Nullable List<String> changes) {
            return new VersionView(
                    segment,
                    version.version(),
                    version.effectiveFrom(),
                    version.reason(),
                    version.publishedBy(),
                    version.publishedAt(),
                    changes,
                    ProfileDocument.write(version.profile()));
        }
    }

    /** The tag is that of the newest version, which may be one that counts only later. */
    @GetMapping
    ResponseEntity<VersionView> profile(@PathVariable String segment, HttpServletRequest request) {
        LocalDate day = new Parameters(request, "asOf").past(days.today());
        List<ProfileVersion> newestFirst = profiles.versions(existing(segment).id());
        return answer(segment, Profiles.effectiveOn(day, newestFirst), newestFirst.getFirst());
    }

    private static ResponseEntity<VersionView> answer(String segment, ProfileVersion version, ProfileVersion newest) {
        return ResponseEntity.ok().eTag(Revision.tag(newest.version())).body(VersionView.of(segment, version, null));
    }

    /** Newest first. */
    @GetMapping("/versions")
    Page<VersionView> versions(@PathVariable String segment, HttpServletRequest request) {
        new Parameters(request);
        List<ProfileVersion> newestFirst = profiles.versions(existing(segment).id());
        return new Page<>(
                IntStream.range(0, newestFirst.size())
                        .mapToObj(i -> VersionView.of(
                                segment,
                                newestFirst.get(i),
                                i + 1 < newestFirst.size()
                                        ? ProfileChanges.between(
                                                newestFirst.get(i + 1).profile(),
                                                newestFirst.get(i).profile())
                                        : List.of()))
                        .toList(),
                null);
    }

    @PutMapping
    @Needs(Scope.CONFIGURE)
    ResponseEntity<VersionView> publish(@PathVariable String segment, HttpServletRequest request, Actor actor)
            throws IOException {
        new Parameters(request);
        Segment existing = existing(segment);
        Body body = Body.of(request, "reason", "from", "profile");
        HealthProfile profile = ProfileDocument.read(body.node().path("profile"), "profile");
        LocalDate from = body.day("from").orElse(days.today());
        String reason = body.text("reason");
        String known = Revision.known(request).orElse(null);
        ProfileVersion version =
                Problem.telling(() -> publishing.publish(existing.id(), profile, reason, from, known, actor));
        return answer(segment, version, version);
    }

    /** Takes back one that does not count yet. */
    @DeleteMapping("/versions/{version:\\d+}")
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String segment, @PathVariable int version, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        int id = existing(segment).id();
        Problem.telling(() -> {
            profiles.withdraw(id, version, actor);
            return true;
        });
    }

    private Segment existing(String key) {
        return segments.withKey(key).orElseThrow(() -> SegmentApi.noSegment(key));
    }
}
