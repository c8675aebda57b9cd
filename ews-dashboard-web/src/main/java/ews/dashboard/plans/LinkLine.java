package ews.dashboard.plans;

import ews.dashboard.view.Figures;
import ews.dashboard.view.When;
import ews.plays.getwell.PlanLink;
import java.time.Instant;

/**
 * A private link, as the page of its plan tells of it.
 *
 * @param state whether it works, and until when
 * @param opens how often it was opened, and when for the last time
 */
record LinkLine(long id, boolean works, String state, String made, String opens) {

    static LinkLine of(PlanLink link, Instant now, When when) {
        return new LinkLine(
                link.id(),
                link.works(now),
                state(link, now, when),
                "made by %s, %s".formatted(link.author(), when.within(link.createdAt())),
                link.lastOpenedAt() == null
                        ? "never opened"
                        : "opened %s, last %s"
                                .formatted(
                                        Figures.count(link.opens(), "time", "times"),
                                        when.within(link.lastOpenedAt())));
    }

    private static String state(PlanLink link, Instant now, When when) {
        if (link.revokedAt() != null) {
            return "Revoked";
        }
        return link.works(now) ? "Until " + when.dayOf(link.expires()) : "Expired";
    }
}
