package ews.sensors.fact;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.event.EventType;
import ews.sensors.fact.AccountRef.Teller;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryTest {

    private static final long ROOMY = 4 << 20;
    private static final Teller PRODUCT = new Teller(3, EventType.USAGE);
    private static final Teller HELP_DESK = new Teller(4, EventType.SUPPORT);

    private final Directory directory = new Directory(100, new PackedAccounts(ROOMY));

    /** A small one is packed at once, a large one when others crowd it out. */
    @ParameterizedTest
    @ValueSource(ints = {0, 500, 1_500})
    void anAccountIsKnownAsItWas(int moreUsers) {
        AccountRef acme = account(directory, "acme", 41);
        acme.seenOn(-3);
        user(acme, "zoë@acme.example", 99, 20_500);
        user(acme, "said only", 100, AccountRef.NEVER);
        for (int i = 0; i < moreUsers; i++) {
            user(acme, "a user with a name that is rather long " + i, 1_000 + i, 20_000 + i);
        }
        acme.open().usedOn(7, 20_400);
        acme.open().usedOn(5, 20_300);
        acme.open().usedOn(5, 20_350);
        acme.open().noted(PRODUCT, 20_600);
        directory.keep();
        crowdOut();

        AccountRef again = recalled(directory, "acme");

        assertThat(again).isNotSameAs(acme);
        assertThat(again.id).isEqualTo(41);
        assertThat(again.firstSeen()).isEqualTo(-3);
        assertThat(again.known().users(again)).hasSize(2 + moreUsers);
        assertThat(again.user("zoë@acme.example"))
                .extracting(it -> it.id, it -> it.firstUsed, it -> it.usedNow, it -> it.account)
                .containsExactly(99L, 20_500, AccountRef.NEVER, again);
        assertThat(again.user("said only")).extracting(it -> it.firstUsed).isEqualTo(AccountRef.NEVER);
        assertThat(again.user("somebody else")).isNull();
        assertThat(IntStream.rangeClosed(4, 8).map(again::firstUse))
                .containsExactly(AccountRef.NEVER, 20_300, AccountRef.NEVER, 20_400, AccountRef.NEVER);
        assertThat(again.lastNoted(PRODUCT)).isEqualTo(20_600);
        assertThat(again.lastNoted(HELP_DESK)).isEqualTo(AccountRef.NOT_YET);
    }

    @Test
    void aVeryLargeAccountThatIsCrowdedOutIsNotKnownAnyMore() {
        AccountRef acme = account(directory, "acme", 41);
        for (int i = 0; i < 2_500; i++) {
            user(acme, "user " + i, 1_000 + i, 20_000);
        }
        directory.keep();
        crowdOut();

        assertThat(recalled(directory, "acme").isStored()).isFalse();
    }

    @Test
    void whatIsAddedToAnAccountIsKnownWithWhatWasKnownBefore() {
        AccountRef acme = account(directory, "acme", 41);
        user(acme, "zoë", 99, 20_500);
        acme.open().usedOn(7, 20_400);
        directory.keep();
        AccountRef later = recalled(directory, "acme");
        user(later, "max", 100, 20_600);
        later.open().usedOn(7, 20_390);
        later.open().usedOn(8, 20_600);
        directory.keep();

        AccountRef again = recalled(directory, "acme");

        assertThat(again.known().users(again)).extracting(it -> it.key).containsExactlyInAnyOrder("zoë", "max");
        assertThat(again.firstUse(7)).isEqualTo(20_390);
        assertThat(again.firstUse(8)).isEqualTo(20_600);
    }

    @Test
    void oneTransactionSeesOneAccount() {
        account(directory, "acme", 41);
        directory.keep();

        assertThat(recalled(directory, "acme")).isSameAs(recalled(directory, "acme"));
        assertThat(directory.touched()).hasSize(1);
    }

    @Test
    void keysThatLookAlikeAreToldApart() {
        // These have the same hash in Java.
        account(directory, "AaAa", 1);
        account(directory, "BBBB", 2);
        AccountRef acme = account(directory, "acme", 3);
        user(acme, "AaBB", 4, 20_000);
        user(acme, "AaBBë", 5, 20_000);
        directory.keep();

        AccountRef first = directory.account("AaAa", false);
        AccountRef second = directory.account("BBBB", false);
        AccountRef again = recalled(directory, "acme");
        assertThat(first.id).isEqualTo(1);
        assertThat(second.id).isEqualTo(2);
        assertThat(again.user("AaBB")).extracting(it -> it.id).isEqualTo(4L);
        assertThat(again.user("AaBBë")).extracting(it -> it.id).isEqualTo(5L);
        assertThat(again.user("BBAa")).isNull();
        assertThat(again.user("BBAaë")).isNull();
        assertThat(again.user("AaBBëë")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    void whatWasTouchedByATransactionThatFailedIsNotKnownAnyMore(int users) {
        AccountRef acme = account(directory, "acme", 41);
        for (int i = 0; i < users; i++) {
            user(acme, "user " + i, 1_000 + i, 20_000);
        }
        directory.keep();
        recalled(directory, "acme");

        directory.forget();

        assertThat(recalled(directory, "acme").isStored()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 500})
    void whoseFactsWereMadeAgainIsNotKnownAnyMore(int users) {
        AccountRef acme = account(directory, "acme", 41);
        for (int i = 0; i < users; i++) {
            user(acme, "user " + i, 1_000 + i, 20_000);
        }
        directory.keep();

        directory.forgetKeys(List.of("acme"));

        assertThat(recalled(directory, "acme").isStored()).isFalse();
    }

    @Test
    void accountsThatChangeAgainAndAgainTakeNoMoreRoom() {
        var small = new Directory(10, new PackedAccounts(400_000));
        for (int round = 1; round <= 20; round++) {
            for (int i = 1; i <= 1_000; i++) {
                account(small, "account-" + i, i).open().noted(PRODUCT, round);
            }
            small.keep();
        }

        assertThat(IntStream.rangeClosed(1, 1_000))
                .allMatch(i -> recalled(small, "account-" + i).lastNoted(PRODUCT) == 20);
    }

    @Test
    void whatWasWrittenDownFirstIsForgottenFirst() {
        var small = new Directory(10, new PackedAccounts(10_000));
        for (int i = 1; i <= 1_000; i++) {
            account(small, "account-" + i, i);
            small.keep();
        }

        assertThat(recalled(small, "account-1").isStored()).isFalse();
        assertThat(recalled(small, "account-700").isStored()).isFalse();
        assertThat(IntStream.rangeClosed(960, 1_000)).allMatch(i -> recalled(small, "account-" + i).id == i);
    }

    private static AccountRef account(Directory directory, String key, long id) {
        AccountRef account = recalled(directory, key);
        account.id = id;
        return account;
    }

    private static AccountRef recalled(Directory directory, String key) {
        AccountRef account = directory.account(key, false);
        directory.recall();
        return account;
    }

    private static void user(AccountRef account, String key, long id, int firstUsed) {
        UserRef user = account.open().addUser(account, key);
        user.id = id;
        user.firstUsed = firstUsed;
    }

    /** So many others, of so many users, that no large one is at hand any more. */
    private void crowdOut() {
        AccountRef other = account(directory, "other", 1_000);
        for (int i = 0; i < 100; i++) {
            user(other, "user " + i, 5_000 + i, 20_000);
        }
        directory.keep();
    }
}
