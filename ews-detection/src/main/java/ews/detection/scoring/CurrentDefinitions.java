package ews.detection.scoring;

import ews.detection.peer.PeerDistributions;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Reads the definitions anew for every run: another instance may have changed them. */
@Component
class CurrentDefinitions {

    private final Segments segments;
    private final Profiles profiles;
    private final PeerDistributions distributions;

    CurrentDefinitions(Segments segments, Profiles profiles, PeerDistributions distributions) {
        this.segments = segments;
        this.profiles = profiles;
        this.distributions = distributions;
    }

    /** The same, with the peers to compare scores of these days with. */
    Definitions comparing(Definitions definitions, Collection<LocalDate> scored) {
        return definitions.comparedWithPeers().isEmpty()
                ? definitions
                : definitions.comparing(distributions.forDays(scored));
    }

    /** Without peers. */
    Definitions read() {
        return new Definitions(segments.history(), profiles.all());
    }
}
