package ews.detection.scoring;

import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import org.springframework.stereotype.Component;

/** Reads the definitions anew for every run: another instance may have changed them. */
@Component
class CurrentDefinitions {

    private final Segments segments;
    private final Profiles profiles;

    CurrentDefinitions(Segments segments, Profiles profiles) {
        this.segments = segments;
        this.profiles = profiles;
    }

    Definitions read() {
        return new Definitions(segments.all(), profiles.all());
    }
}
