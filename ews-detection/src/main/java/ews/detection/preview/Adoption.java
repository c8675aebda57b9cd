package ews.detection.preview;

import ews.detection.profile.Profiles;
import ews.detection.segment.Arrangement;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes proposals count that are about more than one profile. */
@Component
public class Adoption {

    private final Arrangement arrangement;
    private final Profiles profiles;
    private final Previewing previewing;

    Adoption(Arrangement arrangement, Profiles profiles, Previewing previewing) {
        this.arrangement = arrangement;
        this.profiles = profiles;
        this.previewing = previewing;
    }

    /**
     * Makes a proposal count from today on, all of it or nothing.
     *
     * @param basis what counted when somebody saw what the proposal would change
     * @param reason kept with the versions of the profiles that change
     * @throws IllegalArgumentException with a sentence for whoever asked, if something else counts by now, or the
     *     segments are not possible
     */
    @Transactional
    public void adopt(Proposal basis, Proposal proposal, String reason, Actor actor) {
        arrangement.lock();
        if (!previewing.now().equals(basis)) {
            throw new IllegalArgumentException(
                    "Segments or profiles have been changed meanwhile. Make the change again, and preview it.");
        }
        Segments.check(proposal.segments());
        Map<String, Integer> ids = arrangement.arrange(
                proposal.segments().stream()
                        .map(it -> new Arrangement.Wanted(it.key(), it.name(), it.conditions()))
                        .toList(),
                actor);
        for (Segment segment : proposal.segments()) {
            HealthProfile wanted = proposal.profileOf(segment.id()).orElseThrow();
            boolean same = basis.profileOf(segment.id()).filter(wanted::equals).isPresent();
            if (!same) {
                int id = Objects.requireNonNull(ids.get(segment.key()));
                profiles.publish(id, wanted, reason, actor);
            }
        }
    }
}
