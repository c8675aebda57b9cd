package ews.dashboard.plans;

import ews.domain.account.Account;
import ews.domain.member.Member;
import ews.plays.getwell.GetWellPlan;
import ews.plays.getwell.ObjectiveProgress;
import java.util.List;

/**
 * Everything about one get-well plan.
 *
 * @param ending how it ended, in one sentence; empty while it is under way
 * @param changes whether the viewer may change it: not once it has ended
 * @param shares whether the viewer may revoke its links, which work on after it was achieved
 * @param weaknesses of which no objective is about, as suggestions
 * @param members who can be given a step
 * @param contacts names of people at the customer
 */
record PlanPage(
        Account account,
        GetWellPlan plan,
        String summary,
        String ending,
        List<ObjectiveProgress> objectives,
        List<HistoryLine> history,
        List<LinkLine> links,
        boolean changes,
        boolean shares,
        List<Weakness> weaknesses,
        List<Member> members,
        List<String> contacts) {

    /** Whether there is enough of it to agree on. */
    public boolean isReady() {
        return !objectives.isEmpty() && !plan.steps().isEmpty();
    }

    public boolean isDraft() {
        return plan.agreedAt() == null && !plan.status().isEnded();
    }

    /** Whether facts tell that there is nothing left to do. */
    public boolean allMet() {
        return !objectives.isEmpty() && objectives.stream().allMatch(ObjectiveProgress::isMet);
    }
}
