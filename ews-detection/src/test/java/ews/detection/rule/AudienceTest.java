package ews.detection.rule;

import static ews.detection.rule.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    private static RuleDefinition renewalFor(Audience audience) {
        return new RuleDefinition("Renewal", Nature.OPPORTUNITY, new RenewalWithin(90), audience, 1, 1, 1, null);
    }

    private static AccountFacts withUsers(int users) {
        return anAccount()
                .subscription(SubscriptionStatus.ACTIVE, TODAY.minusDays(300), TODAY.plusDays(40))
                .usesDaily("login", users, Days.endingWith(TODAY, 28))
                .facts();
    }

    private static Verdict judge(RuleDefinition rule, AccountFacts facts) {
        return rule.judge(Scores.occasion(facts, null, Scores.good(TODAY), TODAY));
    }

    @Test
    void everybodyIsMeantUnlessSomethingIsSaid() {
        assertThat(judge(renewalFor(Audience.EVERYBODY), withUsers(1))).isInstanceOf(Verdict.Raised.class);
    }

    @Test
    void accountsOfOtherSegmentsAreQuiet() {
        assertThat(judge(renewalFor(new Audience(List.of("enterprise"), List.of())), withUsers(1))
                        .reason())
                .isEqualTo("The rule is not for accounts of this segment.");
        assertThat(judge(renewalFor(new Audience(List.of("enterprise", "other"), List.of())), withUsers(1)))
                .isInstanceOf(Verdict.Raised.class);
    }

    @Test
    void accountsInOtherHealthAreQuiet() {
        RuleDefinition rule = renewalFor(new Audience(List.of(), List.of(Band.POOR, Band.AVERAGE), List.of()));

        assertThat(judge(rule, withUsers(1)).reason())
                .isEqualTo("The rule is only for accounts in average or poor health.");
        assertThat(rule.judge(Scores.occasion(withUsers(1), null, Scores.poor(TODAY), TODAY)))
                .isInstanceOf(Verdict.Raised.class);
    }

    @Test
    void accountsThatMissAConditionAreQuietAndTheReasonNamesIt() {
        var tenUsers = new Condition.Threshold(new Measurement("active_users", 28), true, 10);
        RuleDefinition rule = renewalFor(new Audience(List.of(), List.of(tenUsers)));

        assertThat(judge(rule, withUsers(10))).isInstanceOf(Verdict.Raised.class);
        assertThat(judge(rule, withUsers(9)).reason())
                .isEqualTo("The rule is only for accounts where Active users, 28 days at least 10 users.");
    }

    @Test
    void readsAsTheEndOfASentence() {
        var tenUsers = new Condition.Threshold(new Measurement("active_users", 28), true, 10);
        var audience = new Audience(List.of("smb", "enterprise"), List.of(tenUsers));

        assertThat(audience.text(String::toUpperCase))
                .isEqualTo("for accounts in SMB or ENTERPRISE where Active users, 28 days at least 10 users");
        assertThat(new Audience(List.of("smb"), List.of(Band.GOOD), List.of()).text(it -> it))
                .isEqualTo("for accounts in smb, in good health");
        assertThat(new Audience(List.of(), List.of(Band.GOOD), List.of()).text(it -> it))
                .isEqualTo("for accounts in good health");
        assertThat(Audience.EVERYBODY.text(it -> it)).isEqualTo("for all accounts");
    }
}
