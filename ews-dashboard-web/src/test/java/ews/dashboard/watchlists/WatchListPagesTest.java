package ews.dashboard.watchlists;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.BrowsingTest;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.watchlist.SavedFilter;
import ews.plays.watchlist.SavedFilters;
import ews.plays.watchlist.WatchListEntry;
import ews.plays.watchlist.WatchLists;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class WatchListPagesTest extends BrowsingTest {

    @Autowired
    WatchLists lists;

    @Autowired
    SavedFilters filters;

    private Member csm;
    private Member manager;
    private AccountId account;

    @BeforeEach
    void anAccount() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        manager = given.member("Mona Lead", Role.MANAGER);
        account = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 291, -90)
                .exists();
    }

    private static String message(MvcTestResult result) {
        return String.valueOf(result.getMvcResult().getFlashMap().get("message"));
    }

    private static String problem(MvcTestResult result) {
        return String.valueOf(result.getMvcResult().getFlashMap().get("problem"));
    }

    private SavedFilter saved(Map<String, String> query, boolean shared) {
        return filters.save(csm.id(), "Mine", query, shared, Actor.of(csm));
    }

    @Test
    void aViewIsSavedAndStandsInTheSidebarWithItsCount() {
        MvcTestResult result = post(
                csm,
                "/watch-lists/filters",
                "view",
                "/accounts?csm=%s&health=poor".formatted(csm.id()),
                "name",
                "My poor ones");

        assertThat(message(result)).isEqualTo("“My poor ones” is saved.");
        SavedFilter saved = filters.visibleTo(csm.id()).getFirst();
        assertThat(saved.query()).isEqualTo(Map.of("csm", "me", "health", "poor"));
        assertThat(result).hasRedirectedUrl("/accounts?list=" + saved.key().text());
        assertThat(get(csm, "/today"))
                .containsPattern(
                        "(?s)list=" + saved.key().text() + "\".{0,80}My poor ones</span><b class=\"count\">1<");
        assertThat(get(manager, "/today")).doesNotContain("My poor ones");
    }

    @Test
    void aSavedFilterShowsItsAccountsAndIsNarrowedDownFurther() {
        given.anAccount("Zephyr Studio").of(csm).scored(Band.GOOD, 880, 12).exists();
        String address = "/accounts?list="
                + saved(Map.of("csm", "me", "health", "poor"), false).key().text();

        assertThat(get(csm, address)).contains("<h1>Mine</h1>", "Quarry Foods").doesNotContain("Zephyr");
        assertThat(get(csm, address + "&q=zeph")).contains("No account matches");
        assertThat(get(csm, address + "&health=good")).contains("No account matches");
    }

    @Test
    void aSharedFilterOfOnesOwnAccountsShowsEachTheirOwn() {
        Member other = given.member("Otto Kern", Role.CSM);
        given.anAccount("Ottos Account").of(other).scored(Band.POOR, 200, 0).exists();
        String address = "/accounts?list="
                + saved(Map.of("csm", "me", "health", "poor"), true).key().text();

        assertThat(get(other, address)).contains("Ottos Account").doesNotContain("Quarry Foods");
    }

    @Test
    void aFilterOfCancelledAccountsShowsThem() {
        given.anAccount("Gone").of(csm).cancelled(given.today()).exists();
        String month = given.today().toString().substring(0, 7);
        String address = "/accounts?list="
                + saved(Map.of("csm", "all", "cancelled", month), false).key().text();

        assertThat(get(csm, address)).contains("Gone").doesNotContain("Quarry Foods</a>");
    }

    @Test
    void aFilterThatMeansNothingAnyMoreSaysSoAndShowsNothing() {
        SavedFilter saved = saved(Map.of("csm", "all", "segment", "gone", "list", "lost"), false);
        String problem = "This filter does not work any more: there is no segment “gone” and no watch list “lost”.";

        assertThat(get(csm, "/accounts?list=" + saved.key().text()))
                .contains(problem)
                .doesNotContain("data-id=");
        assertThat(get(csm, "/watch-lists")).contains(problem);
        assertThat(problem(post(csm, "/reviews", "list", saved.key().text()))).isEqualTo(problem);
    }

    @Test
    void aNarrowedSavedFilterIsSavedAsOneFilter() {
        String key = saved(Map.of("csm", "me", "health", "poor"), false).key().text();

        post(csm, "/watch-lists/filters", "view", "/accounts?list=%s&falling=1".formatted(key), "name", "Both");

        assertThat(filters.visibleTo(csm.id()))
                .filteredOn(filter -> filter.name().equals("Both"))
                .singleElement()
                .extracting(SavedFilter::query)
                .isEqualTo(Map.of("csm", "me", "health", "poor", "falling", "1"));
        assertThat(problem(post(
                        csm,
                        "/watch-lists/filters",
                        "view",
                        "/accounts?list=%s&health=good".formatted(key),
                        "name",
                        "Neither")))
                .isEqualTo("“Mine” shows health poor only, and this view asks for good: please take one of them away.");
    }

    @Test
    void aViewThatFiltersNothingIsNotSaved() {
        assertThat(problem(post(csm, "/watch-lists/filters", "view", "/accounts?csm=all", "name", "All")))
                .isEqualTo("Nothing is filtered here: please choose what the saved filter shows.");
    }

    @Test
    void onlyItsOwnerAndWhoLeadsChangeASharedFilter() {
        SavedFilter saved = saved(Map.of("csm", "me", "health", "poor"), true);
        String address = "/watch-lists/filters/" + saved.id();
        Member other = given.member("Otto Kern", Role.CSM);

        assertThat(post(other, address + "/deletion")).hasStatus(403);
        post(manager, address, "name", "Poor ones", "shared", "true");
        assertThat(filters.visibleTo(other.id())).extracting(SavedFilter::name).containsExactly("Poor ones");

        post(csm, address, "name", "Poor ones");
        assertThat(post(other, address + "/deletion")).hasStatus(404);
        assertThat(message(post(csm, address + "/deletion"))).isEqualTo("“Poor ones” is deleted.");
    }

    @Test
    void aListIsMadeFilledAndDeleted() {
        assertThat(post(csm, "/watch-lists", "name", "To visit")).hasRedirectedUrl("/watch-lists/to-visit");

        String until = given.today().plusDays(9).toString();
        MvcTestResult added = post(
                csm, "/watch-lists/to-visit/entries", "account", "quarry", "reason", "They asked.", "until", until);
        assertThat(message(added)).isEqualTo("Quarry Foods is on the list.");
        assertThat(get(csm, "/watch-lists/to-visit")).contains("They asked.", "Chloe Tan");
        assertThat(get(csm, "/accounts?list=to-visit")).contains("Quarry Foods");
        assertThat(get(csm, "/today")).containsPattern("To visit</span><b class=\"count\">1<");

        post(csm, "/watch-lists/to-visit/entries/%s/until".formatted(account), "until", "");
        assertThat(lists.entries("to-visit"))
                .singleElement()
                .extracting(WatchListEntry::until)
                .isNull();

        post(csm, "/watch-lists/to-visit/entries/%s/removal".formatted(account));
        assertThat(lists.entries("to-visit")).isEmpty();

        post(csm, "/watch-lists/to-visit/name", "name", "To see");
        assertThat(message(post(csm, "/watch-lists/to-visit/deletion"))).isEqualTo("“To see” is deleted.");
        assertThat(visit(csm, "/watch-lists/to-visit")).hasStatus(404);
    }

    @Test
    void anAccountThatIsNotClearIsAskedFor() {
        given.anAccount("Quarry Stones").of(csm).exists();

        assertThat(problem(post(csm, "/watch-lists/watch/entries", "account", "Quarr", "reason", "Why not")))
                .isEqualTo(
                        "Several accounts are called like “Quarr”: Quarry Foods, Quarry Stones. Please type the whole name or the key.");
        assertThat(problem(post(csm, "/watch-lists/watch/entries", "account", "Nobody", "reason", "Why not")))
                .isEqualTo("There is no account “Nobody”.");
        assertThat(message(post(csm, "/watch-lists/watch/entries", "account", "quarry foods", "reason", "Yes")))
                .isEqualTo("Quarry Foods is on the list.");
    }

    @Test
    void aListThatEverybodyStartsWithIsChangedByWhoLeadsAndStaysWhileAPlayNeedsIt() {
        assertThat(post(csm, "/watch-lists/win-back/deletion")).hasStatus(403);

        MvcTestResult refused = post(manager, "/watch-lists/win-back/deletion");

        assertThat(problem(refused)).startsWith("“Win-back” stays: the play “");
        assertThat(get(manager, "/watch-lists/win-back")).contains("It cannot be deleted");
    }

    @Test
    void anEntryThatEndedIsSeenAndCountsNoMore() {
        lists.add(account, "watch", "They asked.", given.today(), null, Actor.of(csm));
        given.endEntries(given.today().minusDays(1));

        assertThat(get(csm, "/watch-lists/watch")).contains("Nobody is on this list", "ended ", "They asked.");
        assertThat(get(csm, "/accounts?list=watch")).contains("No account matches");
        assertThat(get(csm, "/accounts/" + account)).contains("ended on");
    }

    @Test
    void everyKindOfListIsOfferedForFiltering() {
        saved(Map.of("csm", "me", "health", "poor"), false);

        assertThat(List.of(get(csm, "/accounts").split("\\R")))
                .filteredOn(line -> line.contains("id=\"filter-list\""))
                .singleElement()
                .asString()
                .contains("Poor health", "Win-back", "Mine");
    }
}
