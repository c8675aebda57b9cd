package ews.plays.getwell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.plays.AccountOfCarla;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PlanLinksTest extends AccountOfCarla {

    @Autowired
    private GetWellPlans plans;

    @Autowired
    private PlanLinks links;

    @Autowired
    private JdbcClient jdbc;

    private PlanId plan;

    @BeforeEach
    void aDraft() {
        plan = plans.start(account, "Their champion left.", actor);
    }

    private String token() {
        return links.create(plan, 7, actor).path().substring("/shared/plan/".length());
    }

    private PlanLink only() {
        return links.ofPlan(plans.withId(plan).orElseThrow()).getFirst();
    }

    @Test
    void aLinkOpensItsPlanAndCountsHowOften() {
        String token = token();

        assertThat(links.open(token, true)).map(GetWellPlan::id).contains(plan);
        links.open(token, true);
        assertThat(only().opens()).isEqualTo(2);
        assertThat(only().lastOpenedAt()).isNotNull();
        assertThat(only().works(given.clock().instant())).isTrue();
    }

    @Test
    void aLookThatIsNoPersonsDoesNotCount() {
        String token = token();

        assertThat(links.open(token, false)).map(GetWellPlan::id).contains(plan);
        assertThat(only().opens()).isZero();
        assertThat(only().lastOpenedAt()).isNull();
    }

    @Test
    void aWrongTokenOpensNothing() {
        token();

        assertThat(links.open("wrong", true)).isEmpty();
        assertThat(links.open("", true)).isEmpty();
        assertThat(only().opens()).isZero();
    }

    @Test
    void aLinkExpires() {
        String token = token();
        given.clock().tick(Duration.ofDays(7).minusSeconds(1));
        assertThat(links.open(token, true)).isPresent();

        given.clock().tick(Duration.ofSeconds(1));
        assertThat(links.open(token, true)).isEmpty();
        assertThat(only().works(given.clock().instant())).isFalse();
    }

    @Test
    void aRevokedLinkOpensNothingAndTheOtherOneStillDoes() {
        String revoked = token();
        String other = token();
        GetWellPlan found = plans.withId(plan).orElseThrow();
        long id = links.ofPlan(found).getLast().id();
        links.revoke(found, id, actor);

        assertThat(links.open(revoked, true)).isEmpty();
        assertThat(links.open(other, true)).isPresent();
        assertThatThrownBy(() -> links.revoke(found, id, actor)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theLinksOfAPlanThatWasGivenUpOpenNothing() {
        String token = token();
        plans.giveUp(plan, "They left.", actor);

        assertThat(links.open(token, true)).isEmpty();
    }

    @Test
    void tokensAreLongAndNeitherStoredNorAudited() {
        String token = token();

        assertThat(token).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(token());
        assertThat(jdbc.sql("select l::text from plan_link l union all select e::text from audit_entry e")
                        .query((row, _) -> row.getString(1))
                        .list())
                .noneMatch(row -> row.contains(token));
        assertThat(links.create(plan, 7, actor).toString()).startsWith("a link until ");
    }

    @Test
    void aLinkWorksForOneOfTheseTimes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> links.create(plan, 365, actor))
                .withMessage("A link works for 7, 30 or 90 days, not for 365.");
    }
}
