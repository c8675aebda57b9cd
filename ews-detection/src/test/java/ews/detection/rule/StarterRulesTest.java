package ews.detection.rule;

import static ews.detection.rule.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.rule.Verdict.Raised;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarterRulesTest {

    static final LocalDate FIRST = LocalDate.of(2025, 11, 3);
    private static final String[] FEATURES = {"login", "search", "report.viewed", "report.exported", "board.edited"};

    /** Working days, holidays, sick days, a few people who come and go, invoices paid a little late: an ordinary year. */
    @ParameterizedTest
    @CsvSource({"1, 12", "2, 40", "3, 40", "4, 250"})
    void stayQuietAboutAHealthyAccountForAYear(long seed, int users) {
        AccountFacts facts = aHealthyYear(new Random(seed), users).facts();

        var raised = new ArrayList<String>();
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusYears(1)); day = day.plusDays(1)) {
            for (RuleDefinition rule : StarterRules.ALL.values()) {
                if (rule.audience().isFor("established")
                        && judge(rule, facts, day) instanceof Raised(Evidence evidence)) {
                    raised.add(day + " " + evidence.title());
                }
            }
        }
        assertThat(raised).isEmpty();
    }

    private static Verdict judge(RuleDefinition rule, AccountFacts facts, LocalDate day) {
        return rule.kind().judge(Scores.occasion(facts, null, Scores.good(day), day));
    }

    static AnAccount aHealthyYear(Random random, int users) {
        AnAccount account =
                anAccount().subscription(SubscriptionStatus.ACTIVE, FIRST, FIRST.plusYears(3), 2 * users + 24);
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusYears(1)); day = day.plusDays(1)) {
            boolean free = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 || isHoliday(day);
            int staff = users + (int) (day.toEpochDay() - FIRST.toEpochDay()) / 30; // one joins every month
            for (long user = 1; user <= staff && !free; user++) {
                if (random.nextDouble() < 0.7) {
                    account.uses("login", user, day, 1 + random.nextInt(3));
                    account.uses(FEATURES[random.nextInt(FEATURES.length)], user, day, 1 + random.nextInt(5));
                }
            }
            if (day.getDayOfMonth() == 1) {
                account.invoice("in_" + day, InvoiceStatus.ISSUED, day, "900", day.plusDays(30));
                account.invoice("in_" + day, InvoiceStatus.PAID, day.plusDays(28 + random.nextInt(8)), null, null);
            }
        }
        return account;
    }

    private static boolean isHoliday(LocalDate day) {
        return day.getMonthValue() == 12 && day.getDayOfMonth() >= 24;
    }
}
