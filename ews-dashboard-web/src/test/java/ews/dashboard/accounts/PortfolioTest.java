package ews.dashboard.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.Given;
import ews.dashboard.PageTest;
import ews.dashboard.accounts.AccountFilter.Chips;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import ews.plays.watchlist.BuiltInList;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class PortfolioTest {

    private static final Owner EVERYBODY = new Owner.Everybody();

    @Autowired
    Portfolio portfolio;

    @Autowired
    Given given;

    @Autowired
    Touchpoints touchpoints;

    private Member csm;

    @BeforeEach
    void empty() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
    }

    private List<String> names(AccountFilter filter, AccountSort sort) {
        return portfolio.entries(filter, sort, sort.isDescending(), 1).stream()
                .map(Portfolio.Entry::name)
                .toList();
    }

    private AccountFilter parse(String name, String value) {
        return AccountFilter.parse(Map.of(name, value), EVERYBODY);
    }

    @Test
    void countsEveryGroupOnce() {
        given.anAccount("Good").scored(Band.GOOD, 800, 10).worth(1000, "USD").exists();
        given.anAccount("Falling").scored(Band.POOR, 300, -31).worth(200, "EUR").exists();
        given.anAccount("Steady").scored(Band.POOR, 200, 0).worth(70, "USD").exists();
        given.anAccount("New").exists();

        Tally tally = portfolio.tally(AccountFilter.of(EVERYBODY));

        assertThat(tally.accounts()).isEqualTo(4);
        assertThat(tally.in(Band.POOR).accounts()).isEqualTo(2);
        assertThat(tally.in(Band.UNKNOWN).accounts()).isEqualTo(1);
        assertThat(tally.where(Tally.Group::falling).accounts()).isEqualTo(1);
        assertThat(tally.in(Band.POOR).arr().all()).isEqualTo("€200 and $70");
        assertThat(tally.meanTenths()).hasValue(433);
        assertThat(tally.meanChangeTenths()).hasValue(-7);
    }

    @Test
    void listsTheOnesThatNeedAttentionFirst() {
        given.anAccount("Low but steady").scored(Band.POOR, 200, 0).exists();
        given.anAccount("Higher but falling").scored(Band.POOR, 300, -90).exists();
        given.anAccount("Good").scored(Band.GOOD, 900, 0).exists();
        given.anAccount("Unknown").exists();

        assertThat(names(AccountFilter.of(EVERYBODY), AccountSort.ATTENTION))
                .containsExactly("Higher but falling", "Low but steady", "Unknown", "Good");
    }

    @Test
    void putsAccountsWithoutAValueLastInBothDirections() {
        given.anAccount("Unknown").exists();
        given.anAccount("Low").scored(Band.POOR, 100, 0).exists();
        given.anAccount("High").scored(Band.GOOD, 900, 0).exists();

        assertThat(portfolio.entries(AccountFilter.of(EVERYBODY), AccountSort.SCORE, true, 1))
                .extracting(Portfolio.Entry::name)
                .containsExactly("High", "Low", "Unknown");
        assertThat(portfolio.entries(AccountFilter.of(EVERYBODY), AccountSort.SCORE, false, 1))
                .extracting(Portfolio.Entry::name)
                .containsExactly("Low", "High", "Unknown");
    }

    @Test
    void sortsByTheLastTouchAndLeavesNotesOut() {
        AccountId noted = given.anAccount("Only noted").exists();
        AccountId called = given.anAccount("Called").exists();
        Actor actor = Actor.of(csm);
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        touchpoints.log(noted, TouchpointKind.NOTE, hourAgo, "A note", null, actor);
        touchpoints.log(called, TouchpointKind.CALL, hourAgo, "A call", null, actor);

        List<Portfolio.Entry> entries = portfolio.entries(AccountFilter.of(EVERYBODY), AccountSort.TOUCH, false, 1);

        assertThat(entries).extracting(Portfolio.Entry::name).containsExactly("Called", "Only noted");
        assertThat(entries.getLast().touched()).isNull();
    }

    @Test
    void findsANameByAnyPartOfItAndTakesWildcardsLiterally() {
        given.anAccount("Hundred % Juice").exists();
        given.anAccount("Juicy Fruits").exists();

        assertThat(names(parse("q", "JUIC"), AccountSort.NAME)).containsExactly("Hundred % Juice", "Juicy Fruits");
        assertThat(names(parse("q", "%"), AccountSort.NAME)).containsExactly("Hundred % Juice");
    }

    @Test
    void filtersByOwner() {
        given.anAccount("Hers").of(csm).exists();
        given.anAccount("Nobody's").exists();

        assertThat(names(AccountFilter.of(new Owner.Csm(csm.id())), AccountSort.NAME))
                .containsExactly("Hers");
        assertThat(names(AccountFilter.of(new Owner.Nobody()), AccountSort.NAME))
                .containsExactly("Nobody's");
    }

    @Test
    void combinesQuickFilters() {
        given.anAccount("Poor and falling").scored(Band.POOR, 200, -40).exists();
        given.anAccount("Poor").scored(Band.POOR, 200, 0).exists();
        given.anAccount("Falling").scored(Band.GOOD, 800, -40).exists();

        assertThat(names(AccountFilter.of(EVERYBODY).with(new Chips(Band.POOR, true, false)), AccountSort.NAME))
                .containsExactly("Poor and falling");
    }

    @Test
    void hidesAccountsThatCancelledUnlessTheirMonthIsAskedFor() {
        given.anAccount("Here").exists();
        given.anAccount("Gone").cancelled(given.today()).exists();

        assertThat(names(AccountFilter.of(EVERYBODY), AccountSort.NAME)).containsExactly("Here");
        assertThat(names(parse("cancelled", YearMonth.from(given.today()).toString()), AccountSort.NAME))
                .containsExactly("Gone");
    }

    @Test
    void fillsTheBuiltInListsByThemselves() {
        AccountId ready = given.anAccount("Ready").scored(Band.GOOD, 900, 0).exists();
        given.anAlert(ready, "new-users", "12 users joined");
        AccountId touched = given.anAccount("Touched")
                .scored(Band.POOR, 300, -70)
                .renewing(given.today().plusDays(90))
                .exists();
        touchpoints.log(touched, TouchpointKind.CALL, Instant.now(), "A call", null, Actor.of(csm));

        assertThat(names(parse("list", "ready-to-expand"), AccountSort.NAME)).containsExactly("Ready");
        assertThat(names(parse("list", "no-touch"), AccountSort.NAME)).containsExactly("Ready");
        assertThat(names(parse("list", "falling-fast"), AccountSort.NAME)).containsExactly("Touched");
        assertThat(names(parse("list", "renewals-90"), AccountSort.NAME)).containsExactly("Touched");
        assertThat(portfolio.counts(EVERYBODY))
                .containsEntry(BuiltInList.READY_TO_EXPAND, 1L)
                .containsEntry(BuiltInList.NO_TOUCH, 1L)
                .containsEntry(BuiltInList.FALLING_FAST, 1L)
                .containsEntry(BuiltInList.RENEWALS, 1L);
    }

    @Test
    void theEndOfATrialIsNoRenewal() {
        given.anAccount("Trying").onTrial().renewing(given.today().plusDays(3)).exists();
        given.anAccount("Renewing").renewing(given.today()).exists();

        assertThat(names(parse("list", "renewals-90"), AccountSort.NAME)).containsExactly("Renewing");
        assertThat(portfolio.counts(EVERYBODY)).containsEntry(BuiltInList.RENEWALS, 1L);
    }

    @Test
    void countsOpenAlertsBesideTheAccount() {
        AccountId account = given.anAccount("Alerted").exists();
        given.anAlert(account, "renewal", "Renews in 30 days");
        given.anAlert(account, "overdue-invoice", "An invoice is overdue");

        assertThat(portfolio.entries(AccountFilter.of(EVERYBODY), AccountSort.NAME, false, 1))
                .singleElement()
                .extracting(Portfolio.Entry::openAlerts)
                .isEqualTo(2);
    }

    @Test
    void bringsFiftyAccountsAPage() {
        for (int i = 0; i < 51; i++) {
            given.anAccount("Account %02d".formatted(i)).exists();
        }

        assertThat(names(AccountFilter.of(EVERYBODY), AccountSort.NAME)).hasSize(50);
        assertThat(portfolio.entries(AccountFilter.of(EVERYBODY), AccountSort.NAME, false, 2))
                .extracting(Portfolio.Entry::name)
                .containsExactly("Account 50");
    }
}
