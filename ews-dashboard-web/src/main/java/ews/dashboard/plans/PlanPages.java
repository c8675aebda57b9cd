package ews.dashboard.plans;

import ews.dashboard.accounts.Standing;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.When;
import ews.domain.account.Account;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import ews.plays.email.Contact;
import ews.plays.email.Contacts;
import ews.plays.getwell.GetWellPlan;
import ews.plays.getwell.GetWellPlans;
import ews.plays.getwell.PlanLinks;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts together what is known about a get-well plan. */
@Component
class PlanPages {

    private static final int MOST_CONTACTS = 100;

    private final GetWellPlans plans;
    private final PlanLinks links;
    private final Standing.Reading standings;
    private final Members members;
    private final Contacts contacts;
    private final When when;
    private final OrganisationDays days;

    PlanPages(
            GetWellPlans plans,
            PlanLinks links,
            Standing.Reading standings,
            Members members,
            Contacts contacts,
            When when,
            OrganisationDays days) {
        this.plans = plans;
        this.links = links;
        this.standings = standings;
        this.members = members;
        this.contacts = contacts;
        this.when = when;
        this.days = days;
    }

    PlanPage of(Account account, GetWellPlan plan, Viewer viewer) {
        boolean changes = viewer.mayChange(account) && !plan.status().isEnded();
        return new PlanPage(
                account,
                plan,
                PlanWords.summary(plan),
                ending(plan),
                plans.progress(plan),
                plans.history(plan).stream().map(HistoryLine::of).toList(),
                links.ofPlan(plan).stream()
                        .map(link -> LinkLine.of(link, days.now(), when))
                        .toList(),
                changes,
                viewer.mayChange(account),
                changes ? weaknesses(account, plan) : List.of(),
                changes ? assignable(account) : List.of(),
                changes
                        ? contacts.of(account.id(), MOST_CONTACTS).stream()
                                .map(Contact::label)
                                .distinct()
                                .toList()
                        : List.of());
    }

    /** Where the account loses points, unless an objective is about it already. */
    List<Weakness> weaknesses(Account account, GetWellPlan plan) {
        return Weakness.of(standings
                        .of(account.id(), days.today().minusDays(1))
                        .health()
                        .score())
                .stream()
                .filter(Weakness::isObjective)
                .filter(weakness -> plan.objectives().stream()
                        .noneMatch(it -> it.measurement().equals(weakness.measurement())))
                .toList();
    }

    /** People of the sample company only where the account is of it. */
    private List<Member> assignable(Account account) {
        return members.all().stream()
                .filter(member -> member.active() && member.role() != Role.EXECUTIVE)
                .filter(member ->
                        account.sample() || !member.sample() || member.id().equals(account.csm()))
                .toList();
    }

    private String ending(GetWellPlan plan) {
        if (plan.endedAt() == null) {
            return "";
        }
        String ended = "%s by %s, %s."
                .formatted(
                        plan.status().label(),
                        Objects.requireNonNullElse(plan.endedBy(), "EWS"),
                        when.within(plan.endedAt()));
        return plan.endReason() == null ? ended : ended + " " + plan.endReason();
    }
}
