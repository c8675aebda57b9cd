package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.metric.Measurement;
import ews.domain.time.OrganisationDays;
import ews.plays.getwell.GetWellPlans;
import ews.plays.getwell.Objectives;
import ews.plays.getwell.PlanId;
import ews.plays.getwell.PlanSteps;
import ews.sensors.source.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Check-ins and get-well plans over the API. */
class CheckInApiTest extends ApiTest {

    @Autowired
    private Members members;

    @Autowired
    private GetWellPlans plans;

    @Autowired
    private Objectives objectives;

    @Autowired
    private PlanSteps steps;

    @Autowired
    private OrganisationDays days;

    private AccountId acme = new AccountId(0);
    private Member ada = new Member(new MemberId(0), "", "", Role.CSM, true, false);

    @BeforeEach
    void anAccountOfAda() {
        ada = members.ensure("ada@example.com", "Ada Moreno", Role.CSM, false);
        acme = new AccountId(account("acme", "Acme"));
        jdbc.sql("update account set csm_id = :csm where id = :id")
                .param("csm", ada.id().value())
                .param("id", acme.value())
                .update();
    }

    private Answer log(String body) {
        return ask("POST", "/v1/check-ins", Scope.CONFIGURE, body, "Content-Type", "application/json");
    }

    private static String text(Answer answer, String field) {
        return answer.body().path(field).asString();
    }

    @Test
    void aCheckInIsLoggedByAMemberAndMovesTheNextOne() {
        assertThat(get("/v1/check-ins/due").each("account")).containsExactly("acme");

        Answer logged = log("""
                {"account": "acme", "kind": "call", "result": "went_well", "note": "They will renew.", "by": "ada@example.com"}""");

        assertThat(logged.status()).as(logged.detail()).isEqualTo(201);
        assertThat(text(logged, "result")).isEqualTo("went_well");
        assertThat(text(logged, "member")).isEqualTo("ada@example.com");
        assertThat(text(logged, "author")).startsWith("Ada Moreno via source");
        assertThat(get("/v1/check-ins?account=acme").each("note")).containsExactly("They will renew.");
        assertThat(get("/v1/check-ins?result=not_reached").each("note")).isEmpty();
        assertThat(get("/v1/touchpoints?account=acme").each("kind")).containsExactly("call");
        assertThat(get("/v1/check-ins/due").each("account")).isEmpty();
        assertThat(get("/v1/check-ins/due?until=" + days.today().plusDays(100)).each("account"))
                .containsExactly("acme");
    }

    @Test
    void whatIsWrongWithACheckInIsSaid() {
        assertThat(log("{\"account\": \"acme\", \"kind\": \"call\", \"result\": \"fine\", \"note\": \"Hm\"}")
                        .detail())
                .contains("went_well, needs_plan or not_reached");
        assertThat(log("{\"account\": \"acme\", \"kind\": \"note\", \"result\": \"went_well\", \"note\": \"Hm\"}")
                        .detail())
                .contains("not a note");
        assertThat(log("{\"account\": \"nobody\", \"kind\": \"call\", \"result\": \"went_well\", \"note\": \"Hm\"}")
                        .status())
                .isEqualTo(404);
        assertThat(log("""
                        {"account": "acme", "kind": "call", "result": "went_well", "note": "Hm", "time": "2999-01-01T00:00:00Z"}""").status()).isEqualTo(400);
        assertThat(get("/v1/check-ins").each("id")).isEmpty();
    }

    @Test
    void whoIsDueIsListedPageByPageTheMostOverdueFirst() {
        long globex = account("globex", "Globex");
        jdbc.sql("update account set first_seen_on = '2025-01-01' where id = :id")
                .param("id", globex)
                .update();

        Answer first = get("/v1/check-ins/due?limit=1");

        assertThat(first.each("account")).containsExactly("globex");
        Answer second = get("/v1/check-ins/due?limit=1&cursor=" + text(first, "next"));
        assertThat(second.each("account")).containsExactly("acme");
        assertThat(second.each("csm")).containsExactly("ada@example.com");
        assertThat(second.each("everyDays")).containsExactly("90");
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(get("/v1/check-ins/due?csm=ada@example.com").each("account")).containsExactly("acme");
        assertThat(get("/v1/check-ins/due?csm=nobody@example.com").status()).isEqualTo(400);
    }

    @Test
    void aGetWellPlanIsReadWithItsObjectivesAndSteps() {
        PlanId plan = plans.start(acme, "The champion left.", Actor.of(ada));
        objectives.add(
                plan,
                "Everybody uses it",
                new Measurement("active_users", 28),
                true,
                20,
                days.today().plusDays(60),
                Actor.of(ada));
        steps.addOurs(plan, "Train them", ada.id(), days.today().plusDays(7), Actor.of(ada));
        steps.addTheirs(plan, "Name a champion", "Ida Berg", days.today().plusDays(3), Actor.of(ada));

        assertThat(get("/v1/get-well-plans?account=acme").each("steps")).containsExactly("2");
        assertThat(get("/v1/get-well-plans?status=agreed").each("id")).isEmpty();
        JsonNode whole = get("/v1/get-well-plans/" + plan).body();
        assertThat(whole.path("rootCause").asString()).isEqualTo("The champion left.");
        assertThat(whole.at("/objectives/0/comparison").asString()).isEqualTo("at_least");
        assertThat(whole.at("/objectives/0/now").isNull()).isTrue();
        assertThat(whole.at("/stepList/0/contact").asString()).isEqualTo("Ida Berg");
        assertThat(whole.at("/stepList/1/member").asString()).isEqualTo("ada@example.com");
        assertThat(get("/v1/get-well-plans/999999").status()).isEqualTo(404);
    }
}
