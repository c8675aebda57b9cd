package ews.dashboard.accounts;

import ews.dashboard.view.Trend.Happening;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.scoring.ScoredDay;
import ews.detection.segment.Segmentation;
import ews.detection.segment.Segments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Days on which an account was measured by something else than before, so that nobody takes it for a change of health. */
final class Switches {

    private final Map<Integer, String> segmentNames;
    private final Map<Integer, ProfileVersion> versions;

    private Switches(Map<Integer, String> segmentNames, Map<Integer, ProfileVersion> versions) {
        this.segmentNames = segmentNames;
        this.versions = versions;
    }

    @Component
    static class Reading {

        private final Segments segments;
        private final Profiles profiles;

        Reading(Segments segments, Profiles profiles) {
            this.segments = segments;
            this.profiles = profiles;
        }

        Switches all() {
            Map<Integer, String> names = new HashMap<>();
            for (Segmentation segmentation : segments.history()) {
                segmentation.segments().forEach(it -> names.putIfAbsent(it.id(), it.name()));
            }
            Map<Integer, ProfileVersion> versions = new HashMap<>();
            profiles.all().forEach(it -> versions.put(it.id(), it));
            return new Switches(names, versions);
        }
    }

    /** @param history one account's scores, oldest first */
    List<Happening> in(List<ScoredDay> history) {
        var happenings = new ArrayList<Happening>();
        for (int i = 1; i < history.size(); i++) {
            ScoredDay before = history.get(i - 1);
            ScoredDay day = history.get(i);
            if (day.segmentId() != before.segmentId()) {
                happenings.add(new Happening(
                        day.day(),
                        "segment",
                        "Moved from %s to %s, which has a health profile of its own"
                                .formatted(name(before.segmentId()), name(day.segmentId()))));
            } else if (day.profileVersionId() != before.profileVersionId()) {
                happenings.add(new Happening(day.day(), "profile", profile(day.profileVersionId())));
            }
        }
        return happenings;
    }

    private String name(int segmentId) {
        return segmentNames.getOrDefault(segmentId, "a segment that is gone");
    }

    private String profile(int versionId) {
        return Optional.ofNullable(versions.get(versionId))
                .map(it -> "Profile version %d: %s".formatted(it.version(), it.reason()))
                .orElse("Another health profile");
    }
}
