package ews.detection.scoring;

import ews.detection.profile.ProfileVersion;
import ews.domain.score.Band;
import ews.domain.score.BandOverride;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account's score of a day depends on besides its facts.
 *
 * @param dayBefore the score of the day before; {@code null} if there is none
 * @param overrides all that the account ever had, oldest first
 */
record Context(@Nullable StoredScore dayBefore, List<BandOverride> overrides) {

    static final Context NONE = new Context(null, List.of());

    /** The band of the day before, where it was computed by the same profile version. */
    @Nullable
    Band before(ProfileVersion version) {
        return dayBefore != null && !dayBefore.overridden() && dayBefore.profileVersionId() == version.id()
                ? dayBefore.band()
                : null;
    }

    Optional<BandOverride> override(LocalDate day) {
        return overrides.stream().filter(it -> it.covers(day)).reduce((_, later) -> later);
    }

    Context after(StoredScore day) {
        return new Context(day, overrides);
    }
}
