package ews.detection.alert;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.inbox.InboxPolicies;
import ews.detection.inbox.InboxPolicy;
import ews.detection.inbox.QuietHours;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.alert.AlertRaised;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import ews.testing.TickingClock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New alerts that do not reach their CSM at once: too many of them, or too late at night. */
@SpringBootTest
class DigestTest {

    @Autowired
    private Given given;

    @Autowired
    private Heard heard;

    @Autowired
    private Alerts alerts;

    @Autowired
    private AlertLists lists;

    @Autowired
    private AlertCounts counts;

    @Autowired
    private Releases releases;

    @Autowired
    private InboxPolicies policies;

    @Autowired
    private Members members;

    @Autowired
    private Accounts accounts;

    @Autowired
    private OrganisationDays days;

    @Autowired
    private TickingClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Member carla;

    @BeforeEach
    void aCsm() {
        given.nothing();
        heard.forget();
        carla = members.ensure("carla@example.com", "Carla", Role.CSM, false);
    }

    @Test
    void theInboxHoldsWhatMattersMostAndTheRestMovesUp() {
        budget(2);
        AccountId small = poor("small", 1_000, carla);
        AccountId large = poor("large", 90_000, carla);
        AccountId medium = poor("medium", 20_000, carla);
        AccountId unvalued = poor("unvalued", null, carla);

        assertThat(listed(AlertSelection.NEW)).containsExactlyInAnyOrder(large, medium);
        assertThat(listed(AlertSelection.WAITING)).containsExactlyInAnyOrder(large, medium);
        assertThat(listed(AlertSelection.DIGEST)).containsExactlyInAnyOrder(small, unvalued);
        assertThat(listed(AlertSelection.OPEN)).hasSize(4);
        assertThat(counts.ofOpen(carla.id())).containsEntry(AlertSelection.WAITING, 2);
        assertThat(counts.ofAll(carla.id()))
                .containsEntry(AlertSelection.NEW, 2)
                .containsEntry(AlertSelection.DIGEST, 2);

        alerts.acknowledge(given.alertOf(large).id(), Actor.of(carla));

        assertThat(listed(AlertSelection.NEW)).containsExactlyInAnyOrder(medium, small);
        assertThat(listed(AlertSelection.DIGEST)).containsExactly(unvalued);
    }

    @Test
    void risksComeBeforeOpportunitiesOfLargerAccounts() {
        budget(1);
        AccountId large = poor("large", 90_000, carla);
        AccountId small = poor("small", 1_000, carla);
        jdbc.sql("""
                        update alert set rule_id = (select min(id) from rule where nature = 'opportunity')
                        where account_id = :large
                        """).param("large", large.value()).update();

        assertThat(listed(AlertSelection.NEW)).containsExactly(small);
        assertThat(listed(AlertSelection.DIGEST)).containsExactly(large);
    }

    @Test
    void eachCsmHasABudgetAndAccountsWithoutOneHaveNone() {
        budget(1);
        Member otto = members.ensure("otto@example.com", "Otto", Role.CSM, false);
        AccountId hers = poor("hers", 1_000, carla);
        AccountId his = poor("his", 2_000, otto);
        AccountId nobodys = poor("nobodys", 10, null);
        AccountId nobodysEither = poor("nobodys-either", 20, null);

        assertThat(of(AlertSelection.NEW, null)).containsExactlyInAnyOrder(hers, his, nobodys, nobodysEither);
        assertThat(of(AlertSelection.DIGEST, null)).isEmpty();

        poor("his-other", 1_000, otto);

        assertThat(of(AlertSelection.DIGEST, null)).hasSize(1);
        assertThat(counts.ofOpen(null))
                .containsEntry(AlertSelection.NEW, 4)
                .containsEntry(AlertSelection.DIGEST, 1)
                .containsEntry(AlertSelection.OPEN, 5);
    }

    @Test
    void withoutABudgetEverythingIsInTheInbox() {
        policies.change(new InboxPolicy(null, null), Actor.SYSTEM);
        for (int i = 0; i < 25; i++) {
            poor("account-" + i, i, carla);
        }

        assertThat(listed(AlertSelection.NEW)).hasSize(25);
        assertThat(counts.ofOpen(carla.id())).containsEntry(AlertSelection.NEW, 25);
        assertThat(listed(AlertSelection.DIGEST)).isEmpty();
    }

    @Test
    void whatIsRaisedInQuietHoursReachesPeopleAndPlaysWhenTheyEnd() {
        quietForAnHour();
        AccountId acme = poor("acme", 1_000, carla);
        releases.release();

        assertThat(heard.raised).isEmpty();
        assertThat(listed(AlertSelection.NEW)).isEmpty();
        assertThat(listed(AlertSelection.WAITING)).isEmpty();
        assertThat(listed(AlertSelection.DIGEST)).containsExactly(acme);
        assertThat(counts.ofOpen(carla.id()))
                .containsEntry(AlertSelection.NEW, 0)
                .containsEntry(AlertSelection.DIGEST, 1);
        assertThat(given.alertOf(acme).held()).isTrue();

        clock.tick(Duration.ofHours(1));
        releases.release();
        releases.release();

        assertThat(heard.raised).extracting(AlertRaised::account).containsExactly(acme);
        assertThat(heard.raised.getFirst())
                .extracting(AlertRaised::alert, AlertRaised::title, AlertRaised::rule)
                .containsExactly(
                        given.alertOf(acme).id(),
                        given.alertOf(acme).title(),
                        given.alertOf(acme).rule());
        assertThat(listed(AlertSelection.NEW)).containsExactly(acme);
    }

    @Test
    void whatIsOverByThenReachesNobody() {
        quietForAnHour();
        AccountId acme = poor("acme", 1_000, carla);
        alerts.close(given.alertOf(acme).id(), CloseReason.FALSE_ALARM, null, Actor.of(carla));

        clock.tick(Duration.ofHours(1));
        releases.release();

        assertThat(heard.raised).isEmpty();
        assertThat(listed(AlertSelection.NEW)).isEmpty();
    }

    @Test
    void whatIsSnoozedInQuietHoursIsNoMoreInTheDigest() {
        quietForAnHour();
        AccountId acme = poor("acme", 1_000, carla);

        alerts.snooze(given.alertOf(acme).id(), given.today().plusDays(3), false, Actor.of(carla));

        assertThat(listed(AlertSelection.DIGEST)).isEmpty();
        assertThat(listed(AlertSelection.SNOOZED)).containsExactly(acme);
    }

    @Test
    void whenQuietHoursAreTakenBackWhatWasHeldComesAtOnce() {
        quietForAnHour();
        AccountId acme = poor("acme", 1_000, carla);

        policies.change(new InboxPolicy(20, null), Actor.SYSTEM);
        releases.release();

        assertThat(listed(AlertSelection.NEW)).containsExactly(acme);
    }

    private void budget(int budget) {
        policies.change(new InboxPolicy(budget, null), Actor.SYSTEM);
    }

    private void quietForAnHour() {
        LocalTime now = days.now().atZone(days.zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        policies.change(new InboxPolicy(20, new QuietHours(now, now.plusHours(1), false)), Actor.SYSTEM);
    }

    private AccountId poor(String key, @Nullable Integer value, @Nullable Member csm) {
        AccountId account = given.account(key);
        jdbc.sql("update account set annual_value = :value, csm_id = :csm where id = :id")
                .param("value", value)
                .param("csm", csm == null ? null : csm.id().value())
                .param("id", account.value())
                .update();
        given.poor(account);
        return account;
    }

    private List<AccountId> listed(AlertSelection selection) {
        return of(selection, carla.id());
    }

    private List<AccountId> of(AlertSelection selection, @Nullable MemberId csm) {
        return lists.page(new AlertFilter(selection, null, csm), null, 100).alerts().stream()
                .map(Alert::account)
                .toList();
    }
}
