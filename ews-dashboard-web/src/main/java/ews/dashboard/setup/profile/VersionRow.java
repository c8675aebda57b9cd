package ews.dashboard.setup.profile;

import ews.dashboard.view.When;
import ews.detection.profile.ProfileChanges;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A published version of a profile in the list of them.
 *
 * @param state one word beside it; empty for versions of the past
 * @param planned whether it can still be taken back
 * @param changes against the version before
 */
record VersionRow(int version, String state, boolean planned, String reason, String by, List<String> changes) {

    static List<VersionRow> of(List<ProfileVersion> newestFirst, LocalDate today) {
        ProfileVersion live = Profiles.effectiveOn(today, newestFirst);
        var rows = new ArrayList<VersionRow>();
        for (int i = 0; i < newestFirst.size(); i++) {
            ProfileVersion it = newestFirst.get(i);
            // One that was published before the live one, for a later day, has been replaced by it.
            boolean planned = it.effectiveFrom().isAfter(today) && it.version() > live.version();
            rows.add(new VersionRow(
                    it.version(),
                    it.equals(live) ? "Live" : planned ? "Planned" : "",
                    planned,
                    it.reason(),
                    "%s, in force from %s".formatted(it.publishedBy(), When.day(it.effectiveFrom())),
                    i + 1 < newestFirst.size()
                            ? ProfileChanges.between(newestFirst.get(i + 1).profile(), it.profile())
                            : List.of()));
        }
        return rows;
    }
}
