package ews.dashboard.setup.preview;

import ews.detection.preview.Preview;
import ews.detection.preview.Proposal;
import ews.detection.profile.ProfileChanges;
import ews.detection.segment.SegmentChanges;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a proposal says otherwise than what counted when it was made, in sentences. */
final class ProposalChanges {

    private ProposalChanges() {}

    static List<String> of(Preview preview) {
        Proposal before = preview.basis();
        Proposal after = preview.proposal();
        var changes = new ArrayList<>(SegmentChanges.between(before.segments(), after.segments()));
        for (Segment segment : after.segments()) {
            HealthProfile proposed = after.profiles().get(segment.id());
            HealthProfile now = before.profiles().get(segment.id());
            if (proposed == null) {
                continue;
            }
            if (now == null) {
                changes.add("The profile of %s: %s".formatted(segment.name(), indicators(proposed)));
            } else {
                boolean alone = preview.segmentId() != null;
                ProfileChanges.between(now, proposed)
                        .forEach(it -> changes.add(alone ? it : "%s: %s".formatted(segment.name(), it)));
            }
        }
        return List.copyOf(changes);
    }

    private static String indicators(HealthProfile profile) {
        return profile.indicators().stream().map(ProposalChanges::indicator).collect(Collectors.joining(", "));
    }

    private static String indicator(Indicator indicator) {
        return "%s (weight %d)".formatted(indicator.measurement().label(), indicator.weight());
    }
}
