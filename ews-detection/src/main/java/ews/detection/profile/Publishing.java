package ews.detection.profile;

import ews.detection.segment.Arrangement;
import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.score.HealthProfile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes profiles for machines: what counts already is not published again, and nobody's change is overwritten. */
@Component
public class Publishing {

    private final Profiles profiles;
    private final Arrangement arrangement;

    Publishing(Profiles profiles, Arrangement arrangement) {
        this.profiles = profiles;
        this.arrangement = arrangement;
    }

    /**
     * @param newest the number of the version that must still be the newest; {@code null} if it does not matter
     * @return the new version, or the newest one if its profile is the same and counts on that day already
     * @throws TransitionRefused if there is a newer version
     * @throws IllegalArgumentException as {@link Profiles#publish}
     */
    @Transactional
    public ProfileVersion publish(
            int segmentId, HealthProfile profile, String reason, LocalDate from, @Nullable String newest, Actor actor) {
        arrangement.lock();
        List<ProfileVersion> newestFirst = profiles.versions(segmentId);
        ProfileVersion last = newestFirst.getFirst();
        if (newest != null && !newest.equals(Integer.toString(last.version()))) {
            throw new TransitionRefused("The profile is at version %d, published by %s; read it again."
                    .formatted(last.version(), last.publishedBy()));
        }
        boolean counts = !last.effectiveFrom().isAfter(from) && last.profile().equals(profile);
        return counts ? last : profiles.publish(segmentId, profile, reason, from, actor);
    }
}
