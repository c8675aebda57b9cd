package ews.detection.alert;

import static ews.detection.rule.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.Reserved;
import ews.detection.rule.Scores;
import ews.detection.rule.Verdict;
import ews.domain.account.AccountId;
import ews.domain.event.EventType;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.source.Reservation.Calm;
import ews.domain.source.Reservation.Silent;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class SilentSourceTest {

    private static final String DECLINE = "active-users-decline";

    @Autowired
    private Given given;

    @Autowired
    private Reserved reserved;

    @Autowired
    private Rejudging rejudging;

    private AccountId acme;

    @BeforeEach
    void start() {
        given.nothing();
        acme = given.account("acme");
    }

    @AfterEach
    void everySourceIsHeard() {
        reserved.lift();
    }

    /** Used by 20 people daily, until it ended so many days ago. */
    private AccountFacts usedUntil(int daysAgo) {
        Days inUse = new Days(given.today().minusDays(200), given.today().minusDays(daysAgo));
        return anAccount(acme).usesDaily("report", 20, inUse).facts();
    }

    private void judged(AccountFacts facts) {
        given.scored(facts, Scores.good(given.today()), null);
    }

    private void productIsSilent() {
        ZonedDateTime since = Given.START.atZone(ZoneOffset.UTC).minusDays(40);
        reserved.reserve(acme, new Silent("Product", EventType.USAGE, since, 1));
    }

    @Test
    void usageThatFallsBecauseASourceIsSilentRaisesNothing() {
        productIsSilent();
        judged(usedUntil(40));

        assertThat(given.alertsOf(acme)).isEmpty();
    }

    @Test
    void usageThatIsStillGoneWhenTheSourceIsHeardAgainRaisesAnAlert() {
        productIsSilent();
        judged(usedUntil(40));
        reserved.lift();
        given.daysPass(1);
        judged(usedUntil(41));

        assertThat(given.alertOf(acme).rule()).isEqualTo(DECLINE);
    }

    @Test
    void anOpenAlertStaysOpenWhileNobodyCanTell() {
        judged(usedUntil(40));
        productIsSilent();
        given.daysPass(30);
        judged(usedUntil(1));

        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.OPEN);
        assertThat(rejudging.now(given.alertOf(acme)))
                .isInstanceOf(Verdict.Undecided.class)
                .extracting(Verdict::reason)
                .asString()
                .startsWith("Product has sent no usage events since");
    }

    @Test
    void aCalmSourceRaisesNothingUntilItsCalmIsOver() {
        reserved.reserve(
                acme,
                new Calm(
                        "Product",
                        EventType.USAGE,
                        Given.START.atZone(ZoneOffset.UTC).plusDays(2)));
        judged(usedUntil(40));
        assertThat(given.alertsOf(acme)).isEmpty();

        reserved.lift();
        judged(usedUntil(40));
        assertThat(given.alertOf(acme).rule()).isEqualTo(DECLINE);
    }
}
