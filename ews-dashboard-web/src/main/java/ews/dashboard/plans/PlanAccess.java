package ews.dashboard.plans;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.security.Viewer;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.plays.getwell.GetWellPlan;
import ews.plays.getwell.GetWellPlans;
import ews.plays.getwell.PlanId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds the get-well plan that a request is about, and makes sure that the viewer may do what the request asks for. */
@Component
class PlanAccess {

    private final AccountAccess accounts;
    private final GetWellPlans plans;

    PlanAccess(AccountAccess accounts, GetWellPlans plans) {
        this.accounts = accounts;
        this.plans = plans;
    }

    /** A plan with its account. */
    record Of(Account account, GetWellPlan plan) {

        PlanId id() {
            return plan.id();
        }

        String page() {
            return PlanAccess.page(account.id(), plan.id());
        }
    }

    /** @throws ResponseStatusException 404 if there is no such account, or the account has no such plan */
    Of readable(long account, long plan) {
        return of(accounts.readable(new AccountId(account)), plan);
    }

    /** @throws ResponseStatusException 404 as well, and 403 if the account is not the viewer's to change */
    Of changeable(long account, long plan, Viewer viewer) {
        return of(accounts.changeable(new AccountId(account), viewer), plan);
    }

    private Of of(Account account, long plan) {
        return plans.withId(new PlanId(plan))
                .filter(it -> it.account().equals(account.id()))
                .map(it -> new Of(account, it))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static String page(AccountId account, PlanId plan) {
        return "/accounts/%s/plans/%s".formatted(account, plan);
    }
}
