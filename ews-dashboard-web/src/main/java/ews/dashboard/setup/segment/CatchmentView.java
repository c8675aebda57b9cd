package ews.dashboard.setup.segment;

import ews.dashboard.view.Arr;
import ews.dashboard.view.Figures;
import ews.detection.segment.Catchment;
import ews.detection.segment.Catchment.Caught;
import ews.domain.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom conditions would catch, as it reads.
 *
 * @param sentence how many, of how many looked at
 * @param from how many come from which segment
 * @param more the sentence below the names; {@code null} if all are named
 * @param looked how many have been looked at, of {@code candidates}
 */
record CatchmentView(
        String sentence,
        String arr,
        List<String> from,
        List<Caught> first,
        @Nullable String more,
        int looked,
        int candidates,
        boolean complete) {

    /** @param changed the segment that is being changed; {@code null} if it is a new one */
    static CatchmentView of(Catchment found, List<Segment> all, @Nullable Integer changed) {
        var from = new ArrayList<String>();
        for (Segment segment : all) {
            int accounts = found.from().getOrDefault(segment.id(), 0);
            if (accounts > 0) {
                boolean stays = changed != null && changed == segment.id();
                from.add("%s %s".formatted(Figures.whole(accounts), stays ? "already here" : "from " + segment.name()));
            }
        }
        int unnamed = found.accounts() - found.first().size();
        return new CatchmentView(
                sentence(found),
                Arr.of(found.value()).all(),
                from,
                found.first(),
                unnamed > 0 ? "and %s more".formatted(Figures.whole(unnamed)) : null,
                found.looked(),
                found.candidates(),
                found.isComplete());
    }

    private static String sentence(Catchment found) {
        String accounts = Figures.count(found.accounts(), "account", "accounts");
        return found.isComplete()
                ? found.accounts() == 0
                        ? "No account would be in it today"
                        : "%s would be in it today".formatted(accounts)
                : "%s of the first %s looked at".formatted(accounts, Figures.whole(found.looked()));
    }
}
