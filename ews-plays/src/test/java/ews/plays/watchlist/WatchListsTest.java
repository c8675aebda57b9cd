package ews.plays.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.plays.Given;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class WatchListsTest {

    @Autowired
    private Given given;

    @Autowired
    private WatchLists watchLists;

    private Actor actor;
    private AccountId account;

    @BeforeEach
    void start() {
        given.nothing();
        actor = Actor.of(given.member("Carla", Role.CSM));
        account = given.account("Acme", null);
    }

    @Test
    void anAccountIsOnAListOnceWithTheFirstReason() {
        watchLists.add(account, "watch", " The champion left. ", null, actor);
        watchLists.add(account, "watch", "Usage fell.", null, actor);

        assertThat(watchLists.entries("watch")).singleElement().satisfies(entry -> {
            assertThat(entry.accountName()).isEqualTo("Acme");
            assertThat(entry.reason()).isEqualTo("The champion left.");
            assertThat(entry.addedBy()).isEqualTo("Carla");
            assertThat(entry.addedAt()).isEqualTo(Given.THURSDAY);
        });
        assertThat(given.auditedActions()).containsExactly("watch_list.added");
    }

    @Test
    void theNewestEntryComesFirst() {
        watchLists.add(account, "watch", "The champion left.", null, actor);
        given.clock().tick(Duration.ofMinutes(1));
        watchLists.add(given.account("Bolt", null), "watch", "Usage fell.", null, actor);

        assertThat(watchLists.entries("watch"))
                .extracting(WatchListEntry::accountName)
                .containsExactly("Bolt", "Acme");
    }

    @Test
    void anAccountLeavesAListForAReason() {
        watchLists.add(account, "watch", "The champion left.", null, actor);
        watchLists.add(account, "renewals", "It is time.", null, actor);

        watchLists.remove(account, "watch", "The new champion is trained.", actor);
        watchLists.remove(account, "watch", "Once more.", actor);

        assertThat(watchLists.ofAccount(account))
                .extracting(WatchListEntry::list)
                .containsExactly("renewals");
        assertThat(given.audited("watch_list.removed"))
                .singleElement()
                .asString()
                .contains("The new champion is trained.");
    }

    @Test
    void anEntryEndsByItselfAfterItsLastDay() {
        LocalDate last = LocalDate.of(2026, 11, 20);
        watchLists.add(account, "watch", "The champion left.", last, null, actor);
        given.clock().tick(Duration.ofDays(1));
        assertThat(watchLists.entries("watch")).hasSize(1);

        given.clock().tick(Duration.ofDays(1));

        assertThat(watchLists.entries("watch")).isEmpty();
        assertThat(watchLists.ended("watch"))
                .singleElement()
                .extracting(WatchListEntry::until)
                .isEqualTo(last);
        assertThat(watchLists.withKey("watch"))
                .hasValueSatisfying(list -> assertThat(list.accounts()).isZero())
                .hasValueSatisfying(list -> assertThat(list.ended()).isOne());
    }

    @Test
    void anAccountWhoseEntryEndedIsAddedAgainForTheNewReason() {
        watchLists.add(account, "watch", "The champion left.", LocalDate.of(2026, 11, 19), null, actor);
        given.clock().tick(Duration.ofDays(1));

        watchLists.add(account, "watch", "Usage fell.", null, actor);

        assertThat(watchLists.entries("watch")).singleElement().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo("Usage fell.");
            assertThat(entry.until()).isNull();
        });
        assertThat(watchLists.ended("watch")).isEmpty();
    }

    @Test
    void theLastDayOfAnEntryIsMoved() {
        watchLists.add(account, "watch", "The champion left.", LocalDate.of(2026, 11, 19), null, actor);

        watchLists.keep(account, "watch", LocalDate.of(2026, 12, 24), actor);

        assertThat(watchLists.entries("watch"))
                .singleElement()
                .extracting(WatchListEntry::until)
                .isEqualTo(LocalDate.of(2026, 12, 24));
    }

    @Test
    void anEntryThatEndedStaysEnded() {
        watchLists.add(account, "watch", "The champion left.", LocalDate.of(2026, 11, 19), null, actor);
        given.clock().tick(Duration.ofDays(1));

        watchLists.keep(account, "watch", null, actor);

        assertThat(watchLists.entries("watch")).isEmpty();
    }

    @Test
    void aLastDayThatIsOverIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watchLists.add(account, "watch", "Why not.", LocalDate.of(2026, 11, 18), null, actor))
                .withMessage("The end date 2026-11-18 is over: please choose today or a later day.");
    }

    @Test
    void aReasonIsNeeded() {
        assertThatIllegalArgumentException().isThrownBy(() -> watchLists.add(account, "watch", "", null, actor));
        assertThatIllegalArgumentException().isThrownBy(() -> watchLists.remove(account, "watch", "", actor));
    }

    @Test
    void aListKnowsHowManyAccountsAreOnIt() {
        watchLists.add(account, "watch", "The champion left.", null, actor);

        assertThat(watchLists.all())
                .contains(
                        new WatchList("watch", "Watch list", 1, 0, null),
                        new WatchList("win-back", "Win-back", 0, 0, null));
    }

    @Test
    void aListThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> watchLists.add(account, "nowhere", "Why not.", null, actor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no watch list “nowhere”: please choose one of the lists.");
    }
}
