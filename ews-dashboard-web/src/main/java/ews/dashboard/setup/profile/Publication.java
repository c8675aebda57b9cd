package ews.dashboard.setup.profile;

import ews.dashboard.view.When;
import ews.detection.profile.ProfileVersion;
import ews.domain.time.OrganisationDays;

/** What is said once a version is published. */
final class Publication {

    private Publication() {}

    static String of(ProfileVersion version, OrganisationDays days) {
        return version.effectiveFrom().isAfter(days.today())
                ? "Version %d will be live from %s on.".formatted(version.version(), When.day(version.effectiveFrom()))
                : "Version %d is live. Everybody is scored again now.".formatted(version.version());
    }
}
