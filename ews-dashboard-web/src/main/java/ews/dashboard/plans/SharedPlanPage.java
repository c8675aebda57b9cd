package ews.dashboard.plans;

import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.plays.getwell.GetWellPlan;
import ews.plays.getwell.GetWellPlans;
import ews.plays.getwell.PlanLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What a customer sees of their plan, with a private link and without signing in: objectives and steps, and nothing
 * that we keep to ourselves. A link that does not work tells nobody why.
 */
@Controller
class SharedPlanPage {

    private final PlanLinks links;
    private final GetWellPlans plans;
    private final Accounts accounts;

    SharedPlanPage(PlanLinks links, GetWellPlans plans, Accounts accounts) {
        this.links = links;
        this.plans = plans;
        this.accounts = accounts;
    }

    @GetMapping("/shared/plan/{token}")
    String plan(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<GetWellPlan> opened = links.open(token, Reader.of(request).isPerson());
        if (opened.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return "plans/link-over";
        }
        GetWellPlan plan = opened.get();
        model.addAttribute(
                "account", accounts.withId(plan.account()).map(Account::name).orElseThrow());
        model.addAttribute("plan", plan);
        model.addAttribute("summary", PlanWords.summary(plan));
        model.addAttribute("objectives", plans.progress(plan));
        return "plans/shared";
    }
}
