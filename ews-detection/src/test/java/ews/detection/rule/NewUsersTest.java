package ews.detection.rule;

import static ews.detection.rule.AnAccount.anAccount;
import static ews.detection.rule.VerdictAssert.assertVerdict;
import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.rule.Evidence.Line;
import ews.domain.fact.Days;
import ews.domain.metric.Unit;
import ews.domain.score.IndicatorGroup;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NewUsersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final Days BEFORE = new Days(TODAY.minusDays(60), TODAY.minusDays(7));

    private final NewUsers tenUsers = new NewUsers(10, 7, 5, 28);

    @Test
    void tenUsersWhoJoinedWithinTheWindowRaise() {
        Evidence evidence =
                assertVerdict(tenUsers, joined(20, 10).facts(), TODAY).isRaised("10 users joined in 7 days");

        assertThat(evidence.touches()).isEqualTo(IndicatorGroup.PRODUCT_USAGE);
        assertThat(evidence.severity()).isEqualTo(new Severity("the number who joined", 10, 15, Unit.USERS));
        assertThat(evidence.window()).isEqualTo(new Days(TODAY.minusDays(6), TODAY));
        assertThat(evidence.lines()).hasSize(10).startsWith(new Line(TODAY.minusDays(6), "New user", 1001L));
    }

    @Test
    void nineUsersAreTooFew() {
        assertVerdict(tenUsers, joined(20, 9).facts(), TODAY).isQuiet("9 users joined in 7 days.");
    }

    @Test
    void aUserWhoJoinedADayBeforeTheWindowDoesNotCount() {
        AnAccount account = joined(20, 9).uses("login", 500, TODAY.minusDays(7), 1);

        assertVerdict(tenUsers, account.facts(), TODAY).isQuiet("9 users joined in 7 days.");
    }

    @Test
    void tenUsersAreLittleInABigAccount() {
        assertVerdict(tenUsers, joined(201, 10).facts(), TODAY)
                .isQuiet("10 users joined in 7 days, which is little beside 201 users.");
    }

    @Test
    void allUsersOfANewlyConnectedAccountAreNew() {
        AnAccount account = anAccount().usesDaily("login", 30, new Days(TODAY.minusDays(33), TODAY));

        assertVerdict(tenUsers, account.facts(), TODAY)
                .isQuiet("The account was not yet in use for 28 days before, so all of its users are new.");
    }

    @Test
    void evidenceSumsUpWhatNobodyReads() {
        Evidence evidence =
                assertVerdict(tenUsers, joined(20, 40).facts(), TODAY).isRaised("40 users joined in 7 days");

        assertThat(evidence.lines()).hasSize(12);
        assertThat(evidence.lines().getLast().text()).isEqualTo("and 29 more");
    }

    private static AnAccount joined(int active, int joined) {
        AnAccount account = anAccount().usesDaily("login", active, BEFORE);
        for (int i = 0; i < joined; i++) {
            account.uses("login", 1001L + i, TODAY.minusDays(6 - i % 7), 1);
        }
        return account;
    }
}
