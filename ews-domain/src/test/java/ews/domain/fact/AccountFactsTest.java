package ews.domain.fact;

import static ews.domain.event.InvoiceStatus.ISSUED;
import static ews.domain.event.InvoiceStatus.OVERDUE;
import static ews.domain.event.InvoiceStatus.PAID;
import static ews.domain.event.SubscriptionStatus.ACTIVE;
import static ews.domain.event.SubscriptionStatus.CANCELLED;
import static ews.domain.event.SubscriptionStatus.TRIAL;
import static ews.domain.event.TicketStatus.OPEN;
import static ews.domain.event.TicketStatus.SOLVED;
import static ews.domain.fact.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import ews.domain.event.Priority;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccountFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void sees_no_change_of_a_later_day() {
        AccountFacts facts = anAccount(DAY)
                .ticket(DAY, "Z-1", OPEN, Priority.HIGH)
                .ticket(DAY.plusDays(5), "Z-1", SOLVED, null)
                .facts();

        assertThat(facts.tickets(DAY.minusDays(1))).isEmpty();
        assertThat(facts.tickets(DAY.plusDays(4))).extracting(Ticket::isOpen).containsExactly(true);
        assertThat(facts.tickets(DAY.plusDays(5))).extracting(Ticket::isOpen).containsExactly(false);
        assertThat(facts.tickets(DAY.plusDays(5))).extracting(Ticket::isUrgent).containsExactly(true);
    }

    @Test
    void cuts_changes_at_any_day_like_a_filter_does() {
        var random = new Random(5);
        AnAccount account = anAccount(DAY);
        for (int i = 0; i < 100; i++) {
            account.attribute(DAY.plusDays(random.nextInt(30)), "a" + i, "x");
        }
        List<AttributeChange> changes = account.facts().attributeChanges();

        for (int i = -2; i < 33; i++) {
            LocalDate asOf = DAY.plusDays(i);
            assertThat(Change.upTo(changes, asOf))
                    .isEqualTo(changes.stream()
                            .filter(change -> !change.day().isAfter(asOf))
                            .toList());
        }
    }

    @Test
    void counts_days_overdue_from_the_due_date_until_payment() {
        AccountFacts facts = anAccount(DAY)
                .invoice(DAY, "in_1", ISSUED, DAY.plusDays(10))
                .invoice(DAY.plusDays(40), "in_1", PAID, null)
                .facts();

        assertThat(overdue(facts, DAY.plusDays(10))).isZero();
        assertThat(overdue(facts, DAY.plusDays(11))).isEqualTo(1);
        assertThat(overdue(facts, DAY.plusDays(39))).isEqualTo(29);
        assertThat(overdue(facts, DAY.plusDays(40))).isZero();
    }

    @Test
    void counts_days_overdue_from_when_the_source_said_so_where_no_due_date_is_known() {
        AccountFacts facts = anAccount(DAY).invoice(DAY, "in_1", OVERDUE, null).facts();

        assertThat(facts.invoices(DAY)).allMatch(invoice -> invoice.isOverdue(DAY));
        assertThat(overdue(facts, DAY.plusDays(3))).isEqualTo(3);
    }

    @Test
    void keeps_what_a_later_subscription_event_does_not_say() {
        Subscription subscription = anAccount(DAY)
                .subscription(DAY, TRIAL, "smb", 5, null)
                .subscription(DAY.plusDays(14), ACTIVE, null, 20, DAY.plusYears(1))
                .facts()
                .subscription(DAY.plusDays(14))
                .orElseThrow();

        assertThat(subscription.status()).isEqualTo(ACTIVE);
        assertThat(subscription.plan()).isEqualTo("smb");
        assertThat(subscription.seats()).isEqualTo(20);
        assertThat(subscription.started()).isEqualTo(DAY);
    }

    @Test
    void remembers_the_first_day_of_a_cancellation_and_forgets_it_when_the_account_returns() {
        AccountFacts facts = anAccount(DAY)
                .subscription(DAY, ACTIVE, "smb", 5, null)
                .subscription(DAY.plusDays(10), CANCELLED, null, null, null)
                .subscription(DAY.plusDays(12), null, null, 4, null)
                .subscription(DAY.plusDays(20), ACTIVE, null, null, null)
                .facts();

        assertThat(facts.isCancelled(DAY.plusDays(9))).isFalse();
        assertThat(facts.subscription(DAY.plusDays(12)).orElseThrow().cancelled())
                .isEqualTo(DAY.plusDays(10));
        assertThat(facts.subscription(DAY.plusDays(20)).orElseThrow().cancelled())
                .isNull();
    }

    @Test
    void clears_an_attribute_that_is_set_to_nothing() {
        AccountFacts facts = anAccount(DAY)
                .attribute(DAY, "stage", "onboarding")
                .attribute(DAY.plusDays(1), "stage", null)
                .facts();

        assertThat(facts.attributes(DAY)).isEqualTo(Map.of("stage", "onboarding"));
        assertThat(facts.attributes(DAY.plusDays(1))).isEmpty();
    }

    @Test
    void keeps_the_target_of_a_goal_that_a_later_report_leaves_out() {
        AccountFacts facts = anAccount(DAY)
                .reaches(DAY, "automate", 10, 100.0)
                .reaches(DAY.plusDays(1), "automate", 40, null)
                .facts();

        assertThat(facts.goals(DAY.plusDays(1)))
                .extracting(OutcomeProgress::value, OutcomeProgress::target)
                .containsExactly(tuple(40.0, 100.0));
    }

    @Test
    void refuses_days_that_end_before_they_begin() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Days(DAY, DAY.minusDays(1)));
        assertThat(Days.endingWith(DAY, 28).before()).isEqualTo(Days.endingWith(DAY.minusDays(28), 28));
    }

    private static int overdue(AccountFacts facts, LocalDate asOf) {
        return facts.invoices(asOf).iterator().next().daysOverdue(asOf);
    }
}
