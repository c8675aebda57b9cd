package ews.dashboard.plans;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.setup.FormTest;
import ews.detection.scoring.ScoringBacklog;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import ews.plays.getwell.GetWellPlan;
import ews.plays.getwell.GetWellPlans;
import ews.plays.getwell.PlanStatus;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A get-well plan from its start to its end, on our pages and on the customer's. */
class PlanPagesTest extends FormTest {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    @Autowired
    private Sources sources;

    @Autowired
    private ScoringBacklog backlog;

    @Autowired
    private GetWellPlans plans;

    @Autowired
    private PlanPages pages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private OrganisationDays days;

    private String key = "";
    private AccountId account = new AccountId(0);

    /** One user has used it. */
    @BeforeEach
    void anAccount() {
        key = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .key();
        used("u1", 3);
        account = new AccountId(jdbc.sql("select id from account where key = 'acme'")
                .query(Long.class)
                .single());
    }

    private void used(String user, int daysAgo) {
        assertThat(html(send(key, """
                        {"type":"usage","id":"%1$s","time":"%2$sT10:00:00Z","account":"acme","user":"%1$s","name":"report"}""".formatted(user, days.today().minusDays(daysAgo)))))
                .contains("\"rejected\":[]");
        backlog.settle();
    }

    private String startedPlan() {
        var started = post("/accounts/%s/plans".formatted(account), "rootCause", "The champion left.");
        assertThat(follow(started)).contains("A draft: now write what is to be better");
        return Objects.requireNonNull(started.getResponse().getRedirectedUrl());
    }

    private GetWellPlan plan() {
        return plans.ofAccount(account).getFirst();
    }

    private MvcTestResult objective(String plan, String target) {
        return post(
                plan + "/objectives",
                "title",
                "The team works with it again",
                "metric",
                "active_users",
                "days",
                "28",
                "comparison",
                "least",
                "target",
                target,
                "by",
                days.today().plusDays(60).toString());
    }

    private MvcTestResult step(String plan) {
        return post(
                plan + "/steps",
                "what",
                "Train the new people",
                "side",
                "ours",
                "member",
                admin.id().toString(),
                "due",
                days.today().plusDays(7).toString());
    }

    private static String problem(MvcTestResult result) {
        return String.valueOf(result.getMvcResult().getFlashMap().get("problem"));
    }

    private String agreedPlan() {
        String page = startedPlan();
        follow(objective(page, "2"));
        follow(step(page));
        assertThat(follow(post(page + "/agree"))).contains("The plan is agreed.");
        return page;
    }

    private String link(String page) {
        var made = post(page + "/links", "days", "7");
        String address = String.valueOf(made.getMvcResult().getFlashMap().get("newLink"));
        assertThat(follow(made)).contains("it is not shown again", address);
        return address.substring(address.indexOf("/shared/"));
    }

    @Test
    void aPlanGoesFromItsRootCauseToItsProof() {
        String page = startedPlan();
        assertThat(html(get(page)))
                .contains("The champion left.", "Draft", "No objective yet", "Started with the root cause")
                .doesNotContain("The customer agrees");

        assertThat(follow(objective(page, "2")))
                .contains("The team works with it again", "Active users, 28 days", "at least 2 users", ">1 user<");
        follow(step(page));
        post(
                page + "/steps",
                "what",
                "Name a new champion",
                "side",
                "theirs",
                "contact",
                "Ida Berg",
                "due",
                days.today().plusDays(3).toString());
        assertThat(html(get(page))).contains("Ida Berg", "their side", "0 of 2 steps done");

        post(page + "/agree");
        assertThat(plan().status()).isEqualTo(PlanStatus.AGREED);
        post(page + "/steps/%d/done".formatted(plan().steps().getFirst().id()));
        assertThat(html(get(page))).contains("1 of 2 steps done", "Step done: Name a new champion");
        assertThat(problem(post(page + "/achieve"))).startsWith("Not met yet: The team works with it again.");

        used("u2", 2);
        assertThat(html(get(page))).contains("All objectives are met", "It is achieved");
        assertThat(follow(post(page + "/achieve")))
                .contains("Achieved by Ada Moreno")
                .doesNotContain("Add a step");
        assertThat(audited())
                .contains(
                        "plan.started",
                        "plan.objective_added",
                        "plan.step_added",
                        "plan.agreed",
                        "plan.step_done",
                        "plan.achieved");
    }

    @Test
    void onlyOnePlanIsUnderWayAndWhatWasTypedIsKept() {
        String page = startedPlan();

        var second = post("/accounts/%s/plans".formatted(account), "rootCause", "Another cause");

        assertThat(problem(second)).startsWith("A get-well plan is under way already");
        assertThat(html(get("/accounts/%s/check-in".formatted(account)))).contains("Open the plan", page);
        assertThat(second.getMvcResult().getFlashMap().get("rootCause")).isEqualTo("Another cause");
    }

    @Test
    void whatIsWrongInAnObjectiveOrAStepIsSaidAndWhatWasTypedIsKept() {
        String page = startedPlan();

        assertThat(html(post(
                        page + "/objectives",
                        "title",
                        "More <i>use</i>",
                        "metric",
                        "",
                        "target",
                        "many",
                        "by",
                        "2020-01-01")))
                .contains("Please choose a metric.", "A number, like 40 or 12.5.", "value=\"many\"")
                .contains("More &lt;i&gt;use&lt;/i&gt;", "value=\"2020-01-01\"");
        assertThat(html(post(
                        page + "/objectives",
                        "title",
                        "More use",
                        "metric",
                        "active_users",
                        "days",
                        "28",
                        "target",
                        "9",
                        "by",
                        "2020-01-01")))
                .contains("The day 2020-01-01 is past");
        assertThat(html(post(page + "/steps", "what", "Train them", "side", "theirs", "contact", " ", "due", "")))
                .contains("Please fill this in.", "Please say by which day.", "value=\"Train them\"");
        assertThat(plan().objectives()).isEmpty();
        assertThat(plan().steps()).isEmpty();
    }

    @Test
    void aWeaknessBeginsAnObjective() {
        assertThat(send(key, """
                        {"type":"support","account":"acme","time":"%sT10:00:00Z","ticket":"Z-1","status":"open"}""".formatted(days.today().minusDays(3)))).hasStatusOk();
        backlog.settle();
        String page = startedPlan();
        assertThat(html(get(page)))
                .contains("What costs them most points now", "Open issues: 1 point", "Begin with it");

        Weakness first = worst();
        assertThat(html(get(page + "?suggested=0")))
                .contains("value=\"%s\"".formatted(Fields.typed(first.goodAt())))
                .containsPattern("value=\"%s\"[^>]* selected"
                        .formatted(first.measurement().metric()));
    }

    private Weakness worst() {
        return pages.of(accounts.withId(account).orElseThrow(), plan(), new Viewer(admin))
                .weaknesses()
                .getFirst();
    }

    @Test
    void aPrivateLinkShowsThePlanToWhoeverHasItAndNothingThatWeKeepToOurselves() {
        String page = agreedPlan();
        String link = link(page);

        MvcTestResult opened = getAsNobody(link, BROWSER);
        assertThat(getAsNobody(link, "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"))
                .as("a preview in a chat, which is not the customer")
                .hasStatusOk();

        assertThat(opened)
                .hasStatusOk()
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("X-Robots-Tag", "noindex, nofollow");
        assertThat(opened.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(opened.getResponse().getCookies()).isEmpty();
        assertThat(html(opened))
                .contains("Our plan for", "acme", "The team works with it again", "Train the new people", "Ada Moreno")
                .doesNotContain("The champion left.", "/accounts/", "/today", "Started with");
        assertThat(html(get(page))).contains("opened 1 time").doesNotContain(link);
    }

    @Test
    void aLinkThatIsRevokedExpiredOrInventedShowsNothing() {
        String page = agreedPlan();
        String revoked = link(page);
        String expired = link(page);
        String ofAPlanGivenUp = link(page);
        long first = jdbc.sql("select min(id) from plan_link").query(Long.class).single();

        assertThat(follow(post(page + "/links/%d/revocation".formatted(first)))).contains("Revoked");
        assertThat(post(page + "/links/%d/revocation".formatted(first))).hasStatus(404);
        assertGone(revoked);
        jdbc.sql("update plan_link set expires_at = created_at where id = :id")
                .param("id", first + 1)
                .update();
        assertGone(expired);
        assertGone("/shared/plan/invented");

        assertThat(getAsNobody(ofAPlanGivenUp)).hasStatusOk();
        assertThat(problem(post(page + "/give-up", "reason", " "))).contains("reason is missing");
        assertThat(follow(post(page + "/give-up", "reason", "They merged."))).contains("They merged.");
        assertGone(ofAPlanGivenUp);
    }

    private void assertGone(String link) {
        MvcTestResult result = getAsNobody(link);
        assertThat(result).hasStatus(410);
        assertThat(html(result)).contains("This link does not work any more").doesNotContain("acme");
    }

    @Test
    void nobodyChangesThePlanOfSomebodyElsesAccountOrFindsItUnderAnother() {
        String page = startedPlan();
        Member other = joined("Otto Kern", Role.CSM);
        used("u9", 1);
        assertThat(send(key, """
                        {"type":"account","account":"bolt","attributes":{"name":"Bolt"}}""")).hasStatusOk();
        long bolt = jdbc.sql("select id from account where key = 'bolt'")
                .query(Long.class)
                .single();

        assertThat(html(getAs(other, page)))
                .contains("The champion left.")
                .doesNotContain("Add a step", "Make a link", "Give it up");
        assertThat(postAs(other, page + "/give-up", "reason", "No")).hasStatus(403);
        assertThat(postAs(other, page + "/links", "days", "7")).hasStatus(403);
        assertThat(get("/accounts/%d/plans/%s".formatted(bolt, plan().id()))).hasStatus(404);
        assertThat(post("/accounts/%d/plans/%s/agree".formatted(bolt, plan().id())))
                .hasStatus(404);
        assertThat(post(page + "/steps/999/done")).hasStatus(404);
    }

    @Test
    void objectivesAndStepsAreTakenOutAndTheRootCauseIsRewritten() {
        String page = startedPlan();
        objective(page, "2");
        step(page);

        post(page
                + "/objectives/%d/removal"
                        .formatted(plan().objectives().getFirst().id()));
        post(page + "/steps/%d/removal".formatted(plan().steps().getFirst().id()));
        post(page + "/root-cause", "rootCause", "Nobody was trained.");

        assertThat(html(get(page)))
                .contains(
                        "Nobody was trained.", "Objective removed", "Step removed", "No objective yet", "No step yet");
    }
}
