package ews.dashboard.checkins;

import ews.dashboard.accounts.Standing;
import ews.dashboard.plans.Weakness;
import ews.dashboard.security.Viewer;
import ews.domain.account.Account;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import ews.plays.checkin.CheckIns;
import ews.plays.checkin.NextCheckIn;
import ews.plays.checkin.NextCheckIns;
import ews.plays.getwell.GetWellPlan;
import ews.plays.getwell.GetWellPlans;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what somebody needs who checks in with an account. */
@Component
class CheckInPages {

    private static final int EARLIER = 20;
    /** What changed is told since the last touch, or since then where there was none, or it is longer ago. */
    private static final int LONGEST_LOOK_BACK = 365;

    private static final int USUAL_LOOK_BACK = 30;

    private final Standing.Reading standings;
    private final Offers offers;
    private final CheckIns checkIns;
    private final NextCheckIns nextCheckIns;
    private final GetWellPlans plans;
    private final Members members;
    private final OrganisationDays days;

    CheckInPages(
            Standing.Reading standings,
            Offers offers,
            CheckIns checkIns,
            NextCheckIns nextCheckIns,
            GetWellPlans plans,
            Members members,
            OrganisationDays days) {
        this.standings = standings;
        this.offers = offers;
        this.checkIns = checkIns;
        this.nextCheckIns = nextCheckIns;
        this.plans = plans;
        this.members = members;
        this.days = days;
    }

    CheckInPage of(Account account, Viewer viewer) {
        NextCheckIn next = nextCheckIns.of(account.id()).orElse(null);
        Standing standing = standings.of(account.id(), since(next));
        List<GetWellPlan> all = plans.ofAccount(account.id());
        return new CheckInPage(
                account,
                next,
                account.csm() == null
                        ? null
                        : members.withId(account.csm()).map(Member::name).orElse(null),
                standing,
                offers.of(account.id(), standing),
                Weakness.of(standing.health().score()),
                all.stream()
                        .filter(plan -> !plan.status().isEnded())
                        .findFirst()
                        .orElse(null),
                all.stream().filter(plan -> plan.status().isEnded()).toList(),
                checkIns.ofAccount(account.id(), EARLIER),
                viewer.mayChange(account));
    }

    private LocalDate since(@Nullable NextCheckIn next) {
        LocalDate today = days.today();
        LocalDate touched = next == null ? null : next.lastTouch();
        if (touched == null || !touched.isBefore(today)) {
            return today.minusDays(USUAL_LOOK_BACK);
        }
        LocalDate earliest = today.minusDays(LONGEST_LOOK_BACK);
        return touched.isBefore(earliest) ? earliest : touched;
    }
}
