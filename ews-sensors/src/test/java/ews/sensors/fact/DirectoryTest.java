package ews.sensors.fact;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.event.EventType;
import ews.sensors.fact.AccountRef.Teller;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private static final long ROOMY = 1 << 20;
    private static final Teller PRODUCT = new Teller(3, EventType.USAGE);

    private final Directory directory = new Directory(10, new PackedAccounts(ROOMY));

    @Test
    void whoeverIsPackedIsKnownAsBefore() {
        FeatureRef report = feature("report", 7);
        AccountRef acme = account(directory, "acme", 41);
        acme.firstSeen = -3;
        user(acme, "zoë@acme.example", 99, 20_500);
        user(acme, "said only", 100, AccountRef.NEVER);
        acme.firstUses.put(report, 20_400);
        acme.tellers.put(PRODUCT, 20_600);
        directory.grown(acme.weight());
        crowdOut();

        AccountRef again = directory.account("acme", false);

        assertThat(again).isNotSameAs(acme);
        assertThat(again.id).isEqualTo(41);
        assertThat(again.firstSeen).isEqualTo(-3);
        assertThat(again.users.keySet()).containsExactlyInAnyOrder("zoë@acme.example", "said only");
        assertThat(again.users.get("zoë@acme.example"))
                .extracting(it -> it.id, it -> it.firstUsed, it -> it.usedNow, it -> it.account)
                .containsExactly(99L, 20_500, AccountRef.NEVER, again);
        assertThat(again.users.get("said only")).extracting(it -> it.firstUsed).isEqualTo(AccountRef.NEVER);
        assertThat(again.firstUses).containsExactly(Map.entry(report, 20_400));
        assertThat(again.tellers).containsExactly(Map.entry(PRODUCT, 20_600));
    }

    @Test
    void anAccountOfManyUsersIsKnownAsBefore() {
        var roomy = new Directory(10, new PackedAccounts(ROOMY));
        AccountRef acme = account(roomy, "acme", 41);
        for (int i = 0; i < 1_500; i++) {
            user(acme, "a user with a name that is rather long " + i, i + 1, 20_000 + i);
        }
        roomy.grown(acme.weight());
        roomy.grown(0);

        assertThat(roomy.account("acme", false).users).hasSize(1_500);
    }

    @Test
    void whatWasTouchedByATransactionThatFailedIsNotKnownAnyMore() {
        AccountRef acme = account(directory, "acme", 41);
        directory.grown(acme.weight());
        crowdOut();
        AccountRef again = directory.account("acme", false);

        directory.forget(List.of(again));

        assertThat(directory.account("acme", false).isStored()).isFalse();
    }

    @Test
    void whoseFactsWereMadeAgainIsNotKnownAnyMore() {
        AccountRef acme = account(directory, "acme", 41);
        directory.grown(acme.weight());
        crowdOut();

        directory.forgetKeys(List.of("acme"));

        assertThat(directory.account("acme", false).isStored()).isFalse();
    }

    @Test
    void usesOfFeaturesWhoseIdsAreNotCertainAreForgotten() {
        AccountRef acme = account(directory, "acme", 41);
        acme.firstUses.put(feature("report", 7), 20_400);
        directory.grown(acme.weight());
        crowdOut();
        directory.forget(List.of());
        feature("export", 7);

        assertThat(directory.account("acme", false).firstUses).isEmpty();
    }

    @Test
    void whoWasNotSeenForLongestIsForgottenFirst() {
        var small = new Directory(10, new PackedAccounts(10_000));
        for (int i = 1; i <= 1_000; i++) {
            small.grown(account(small, "account-" + i, i).weight());
        }

        assertThat(small.account("account-1", false).isStored()).isFalse();
        assertThat(small.account("account-980", false).id).isEqualTo(980);
    }

    private static AccountRef account(Directory directory, String key, long id) {
        AccountRef account = directory.account(key, false);
        account.id = id;
        return account;
    }

    private static void user(AccountRef account, String key, long id, int firstUsed) {
        var user = new UserRef(account, key);
        user.id = id;
        user.firstUsed = firstUsed;
        account.users.put(key, user);
    }

    private FeatureRef feature(String name, int id) {
        FeatureRef feature = directory.feature(name);
        feature.id = id;
        return feature;
    }

    /** So many others that those before are packed. */
    private void crowdOut() {
        for (int i = 1; i <= 20; i++) {
            directory.grown(account(directory, "other-" + i, 1_000 + i).weight());
        }
    }
}
