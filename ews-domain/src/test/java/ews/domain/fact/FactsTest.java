package ews.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.account.AccountId;
import ews.domain.event.FeedbackKind;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.Money;
import ews.domain.event.Priority;
import ews.domain.event.SubscriptionStatus;
import ews.domain.event.TicketStatus;
import ews.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The organisation is in New York, so that its days are not those of UTC. */
@SpringBootTest(properties = "ews.zone=America/New_York")
class FactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient jdbc;

    private AccountId acme;
    private AccountId other;

    @BeforeEach
    void accounts() {
        TestDatabase.clear();
        acme = account("acme");
        other = account("other");
    }

    @Test
    void reads_tickets_on_the_organisations_day() {
        change(
                "ticket_change",
                "ticket, status, priority, sla_breached, subject",
                "'Z-1', 'open', 'urgent', true, 'Up'");

        assertThat(factsOf(acme).ticketChanges())
                .containsExactly(new TicketChange(
                        at("2026-03-03T02:00:00.123456Z"),
                        DAY,
                        7,
                        "Z-1",
                        TicketStatus.OPEN,
                        Priority.URGENT,
                        true,
                        "Up"));
    }

    @Test
    void reads_what_was_not_reported_as_null() {
        change("ticket_change", "ticket", "'Z-1'");
        change("subscription_change", "status", "null");

        assertThat(factsOf(acme).ticketChanges().getFirst())
                .extracting(TicketChange::status, TicketChange::priority, TicketChange::slaBreached)
                .containsOnlyNulls();
        assertThat(factsOf(acme).subscriptionChanges().getFirst())
                .extracting(SubscriptionChange::status, SubscriptionChange::seats, SubscriptionChange::annualValue)
                .containsOnlyNulls();
    }

    @Test
    void reads_invoices_and_subscriptions_with_exact_money() {
        change(
                "invoice_change",
                "invoice, status, amount, currency, due_on",
                "'in_1', 'payment_failed', 1200.10, 'EUR', '2026-04-01'");
        change(
                "subscription_change",
                "status, plan, seats, annual_value, currency, renewal_on",
                "'active', 'enterprise', 50, 24000, 'USD', '2027-03-01'");

        InvoiceChange invoice = factsOf(acme).invoiceChanges().getFirst();
        assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAYMENT_FAILED);
        assertThat(invoice.amount()).isEqualTo(new Money(new BigDecimal("1200.10"), "EUR"));
        assertThat(invoice.due()).isEqualTo("2026-04-01");
        Subscription subscription = factsOf(acme).subscription(DAY).orElseThrow();
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(subscription.seats()).isEqualTo(50);
        assertThat(subscription.annualValue()).isEqualTo(new Money(new BigDecimal("24000.00"), "USD"));
        assertThat(subscription.renewal()).isEqualTo("2027-03-01");
    }

    @Test
    void reads_feedback_goals_and_attributes() {
        change("feedback", "user_id, kind, score, comment, response", "3, 'nps', 9, 'Größe', '1/r1'");
        change("outcome_progress", "goal, value, target", "'automate', 40, 100");
        change("attribute_change", "name, value", "'stage', 'onboarding'");

        FeedbackGiven feedback = factsOf(acme).feedback(DAY).getFirst();
        assertThat(feedback.kind()).isEqualTo(FeedbackKind.NPS);
        assertThat(feedback.score()).isEqualTo(9);
        assertThat(feedback.comment()).isEqualTo("Größe");
        assertThat(feedback.response()).isEqualTo("1/r1");
        assertThat(factsOf(acme).goals(DAY)).extracting(OutcomeProgress::target).containsExactly(100.0);
        assertThat(factsOf(acme).attributes(DAY)).isEqualTo(Map.of("stage", "onboarding"));
    }

    @Test
    void reads_usage_users_and_features() {
        int login = jdbc.sql(
                        "insert into feature (name) values ('login') on conflict (name) do update set name = excluded.name returning id")
                .query(Integer.class)
                .single();
        var block = new UsageBlock();
        block.add(login, UsageBlock.placeOf(DAY), 5, 5_000_000);
        jdbc.sql("insert into usage_block (account_id, block, data) values (?, ?, ?)")
                .params(acme.value(), UsageBlock.numberOf(DAY), block.encode())
                .update();
        jdbc.sql("insert into account_feature (account_id, feature_id, first_used_on) values (?, ?, ?)")
                .params(acme.value(), login, DAY)
                .update();
        jdbc.sql("insert into account_user (account_id, key, first_used_on) values (?, 'u1', ?), (?, 'contact', null)")
                .params(acme.value(), DAY, acme.value())
                .update();

        assertThat(factsOf(acme).usage().events("login", Days.endingWith(DAY, 1)))
                .isEqualTo(5);
        assertThat(factsOf(acme).featureFirstDays()).isEqualTo(Map.of("login", DAY));
        assertThat(factsOf(acme).userFirstDays().values()).containsExactly(DAY);
    }

    @Test
    void puts_changes_in_time_whatever_the_order_of_arrival() {
        insert("attribute_change", "2026-03-02T12:00:00Z", 1, "name, value", "'stage', 'second'");
        insert("attribute_change", "2026-03-01T12:00:00Z", 9, "name, value", "'stage', 'first'");

        assertThat(factsOf(acme).attributeChanges())
                .extracting(AttributeChange::value)
                .containsExactly("first", "second");
    }

    @Test
    void reads_a_range_as_it_reads_a_list() {
        change("attribute_change", "name, value", "'stage', 'onboarding'");
        Days usage = Days.endingWith(DAY, 90);

        assertThat(facts.between(acme, other, usage).keySet()).containsExactly(acme, other);
        assertThat(facts.between(acme, acme, usage)).hasSize(1);
        assertThat(facts.of(List.of(other, acme), usage).keySet()).containsExactly(acme, other);
        assertThat(facts.between(acme, other, usage).values())
                .extracting(it -> it.attributes(DAY))
                .containsExactly(Map.of("stage", "onboarding"), Map.of());
    }

    @Test
    void says_that_there_is_no_such_account() {
        assertThatThrownBy(() -> factsOf(new AccountId(-1)))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("-1");
    }

    private AccountFacts factsOf(AccountId account) {
        return facts.of(account, Days.endingWith(DAY, 90));
    }

    private AccountId account(String key) {
        return new AccountId(
                jdbc.sql("insert into account (key, name, first_seen_on) values (?, ?, '2026-01-01') returning id")
                        .params(key, key)
                        .query(Long.class)
                        .single());
    }

    private void change(String table, String columns, String values) {
        insert(table, "2026-03-03T02:00:00.123456Z", 7, columns, values);
    }

    private void insert(String table, String at, long key, String columns, String values) {
        jdbc.sql("insert into %s (account_id, occurred_at, event_key, %s) values (%d, '%s', %d, %s)"
                        .formatted(table, columns, acme.value(), at, key, values))
                .update();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
