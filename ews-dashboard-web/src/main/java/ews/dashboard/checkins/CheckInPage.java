package ews.dashboard.checkins;

import ews.dashboard.accounts.Standing;
import ews.dashboard.plans.Weakness;
import ews.domain.account.Account;
import ews.domain.score.Band;
import ews.plays.checkin.CheckIn;
import ews.plays.checkin.NextCheckIn;
import ews.plays.getwell.GetWellPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs who checks in with an account: its health first, and then what follows from it.
 *
 * @param next {@code null} for a cancelled account, which has no check-ins
 * @param csm the name of its CSM; {@code null} if it has none
 * @param weaknesses where it loses points, the worst first
 * @param plan the get-well plan that is under way; {@code null} if there is none
 * @param endedPlans the plans before it, the latest first
 * @param earlier check-ins, the latest first
 * @param changes whether the viewer may log one
 */
record CheckInPage(
        Account account,
        @Nullable NextCheckIn next,
        @Nullable String csm,
        Standing standing,
        List<Offer> offers,
        List<Weakness> weaknesses,
        @Nullable GetWellPlan plan,
        List<GetWellPlan> endedPlans,
        List<CheckIn> earlier,
        boolean changes) {

    public Band band() {
        return standing.health().score().band();
    }

    /** Doing well, there is something to offer; everybody else is first helped, or looked at. */
    public boolean offersFirst() {
        return band() == Band.GOOD;
    }

    /** What the health asks for, in one sentence. */
    public String advice() {
        return switch (band()) {
            case GOOD -> "They are doing well: show them what more they could get out of it.";
            case AVERAGE ->
                "They are neither well nor unwell: mend what costs the points, and see what they could use.";
            case POOR -> "They are doing poorly: find the root cause with them, and agree on a get-well plan.";
            case UNKNOWN -> "Too little is known to judge: ask how they are, and find out why so little data comes in.";
        };
    }
}
