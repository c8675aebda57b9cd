package ews.domain.metric;

import static ews.domain.fact.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ews.domain.event.FeedbackKind;
import ews.domain.event.InvoiceStatus;
import ews.domain.event.Priority;
import ews.domain.event.SubscriptionStatus;
import ews.domain.event.TicketStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.AnAccount;
import ews.domain.fact.Days;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void says_nothing_about_an_account_without_facts_except_for_its_age() {
        AccountFacts empty = anAccount(TODAY).facts();

        for (Metric metric : Metrics.all()) {
            OptionalDouble value = metric.function().measure(empty, "login", Days.endingWith(TODAY, 28));
            assertThat(value.isPresent())
                    .as(metric.key())
                    .isEqualTo(metric.key().equals("tenure"));
        }
    }

    @Test
    void counts_a_silent_account_as_silent_once_it_was_in_use() {
        AccountFacts silent = anAccount(START).uses("login", START, 1, 2).facts();

        assertThat(measure(silent, "active_users", 28)).hasValue(0);
        assertThat(measure(silent, "active_days", 28)).hasValue(0);
        assertThat(measure(silent, "usage_events", 28)).hasValue(0);
        assertThat(measure(silent, "days_since_usage", 1)).hasValue(151);
    }

    @Test
    void counts_within_a_window_that_ends_today() {
        AccountFacts facts = anAccount(START)
                .uses("login", TODAY.minusDays(28), 1)
                .uses("login", TODAY.minusDays(27), 2)
                .uses("report", TODAY, 2, 3)
                .facts();

        assertThat(measure(facts, "active_users", 28)).hasValue(2);
        assertThat(measure(facts, "active_days", 28)).hasValue(2);
        assertThat(measure(facts, "usage_events", 28)).hasValue(3);
        assertThat(measure(facts, "features_used", 28)).hasValue(2);
        assertThat(measure(facts, "features_used", 1)).hasValue(1);
        assertThat(measure(facts, "new_users", 28)).hasValue(2);
        assertThat(new Measurement("feature_events", 28, "report").measure(facts, TODAY))
                .hasValue(2);
        assertThat(new Measurement("feature_events", 28, "never heard of").measure(facts, TODAY))
                .hasValue(0);
    }

    @Test
    void counts_uses_of_all_features_whose_names_begin_so() {
        AccountFacts facts = anAccount(START)
                .uses("report", TODAY, 1)
                .uses("report.viewed", TODAY, 1, 2)
                .uses("export", TODAY, 3)
                .facts();

        assertThat(new Measurement("feature_events", 28, "report*").measure(facts, TODAY))
                .hasValue(3);
        assertThat(new Measurement("feature_events", 28, "report").measure(facts, TODAY))
                .as("without a star it is the name")
                .hasValue(1);
        assertThat(new Measurement("feature_events", 28, "report*").label()).isEqualTo("Uses of report…, 28 days");
    }

    @ParameterizedTest
    @CsvSource({
        "overdue_invoices, 0, false, 0, no overdue invoices, none",
        "overdue_invoices, 0, false, 1, Overdue invoices at most 1, at most 1 invoice",
        "overdue_invoices, 0, true, 1, Overdue invoices at least 1, at least 1 invoice",
        "sla_breaches, 0, false, 0, no SLA breaches, none",
        "active_users, 28, true, 1, 'Active users, 28 days at least 1 user', at least 1 user",
        "failed_payments, 28, false, 0, 'no failed payments, 28 days', none",
        "days_overdue, 0, false, 0, Days overdue at most 0 days, at most 0 days",
        "days_overdue, 0, true, 60, Days overdue at least 60 days, at least 60 days",
        "seats, 0, true, 100, Seats at least 100, at least 100"
    })
    void says_limits_in_words(String metric, int days, boolean atLeast, double limit, String sentence, String beside) {
        var measurement = new Measurement(metric, days);

        assertThat(measurement.limited(atLeast, limit)).isEqualTo(sentence);
        assertThat(measurement.limit(atLeast, limit)).isEqualTo(beside);
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 100", "10, 8, 80", "10, 0, 0", "8, 12, 150"})
    void compares_active_users_with_the_period_before(int before, int now, double percent) {
        AnAccount account = anAccount(START).uses("login", START, 99);
        for (int user = 0; user < before; user++) {
            account.uses("login", TODAY.minusDays(40), user);
        }
        for (int user = 0; user < now; user++) {
            account.uses("login", TODAY.minusDays(10), user);
        }

        assertThat(change(account.facts(), "active_users", 28)).hasValue(percent);
    }

    @Test
    void compares_whole_days_only() {
        AccountFacts facts = anAccount(START)
                .usesDaily("login", new Days(START, TODAY.minusDays(1)), 1, 2)
                .facts();

        assertThat(change(facts, "usage_events", 28)).hasValue(100);
    }

    @Test
    void has_nothing_to_compare_with_while_the_account_is_new_or_comes_back() {
        AccountFacts young = anAccount(TODAY.minusDays(40))
                .usesDaily("login", new Days(TODAY.minusDays(40), TODAY), 1)
                .facts();
        AccountFacts back = anAccount(START)
                .uses("login", START, 1)
                .uses("login", TODAY.minusDays(2), 1)
                .facts();

        assertThat(change(young, "active_users", 28)).isEmpty();
        assertThat(change(back, "active_users", 28)).isEmpty();
    }

    @Test
    void calls_silence_after_silence_nothing_of_what_was() {
        AccountFacts silent = anAccount(START).uses("login", START, 1, 2).facts();

        assertThat(change(silent, "active_users", 28)).hasValue(0);
        assertThat(change(silent, "usage_events", 28)).hasValue(0);
    }

    @Test
    void tells_a_long_silence_the_same_however_far_back_usage_was_read() {
        LocalDate longAgo = TODAY.minusDays(500);
        AccountFacts facts = anAccount(longAgo).uses("login", longAgo, 1).facts();

        assertThat(measure(facts, "days_since_usage", 1)).hasValue(360);
    }

    @Test
    void counts_logins_and_how_intensely_the_product_is_used() {
        AccountFacts facts = anAccount(START)
                .uses("login", TODAY, 1, 2)
                .uses("report", TODAY, 1)
                .uses("export", TODAY, 1)
                .facts();

        assertThat(measure(facts, "logins", 7)).hasValue(2);
        assertThat(measure(facts, "events_per_user", 7)).hasValue(2);
        assertThat(measure(facts, "events_per_user", 7).isPresent()).isTrue();
        assertThat(new Measurement("events_per_user", 7).measure(facts, TODAY.plusDays(30)))
                .as("nobody was active")
                .isEmpty();
    }

    @Test
    void relates_a_quantity_to_the_quota_that_is_an_attribute() {
        AnAccount account = anAccount(START).uses("export", TODAY, 1, 2, 3);
        var measurement = new Measurement("quota_utilization", 30, "export");
        assertThat(measurement.measure(account.facts(), TODAY)).isEmpty();

        account.attribute(START, "quota.export", "12");

        assertThat(measurement.measure(account.facts(), TODAY)).hasValue(25);
    }

    @Test
    void reads_attributes_that_are_numbers() {
        AccountFacts facts = anAccount(START)
                .attribute(START, "employees", "250")
                .attribute(TODAY, "industry", "retail")
                .attribute(TODAY, "odd", "NaN")
                .facts();

        assertThat(new Measurement("attribute", 1, "employees").measure(facts, TODAY))
                .hasValue(250);
        assertThat(new Measurement("attribute", 1, "industry").measure(facts, TODAY))
                .isEmpty();
        assertThat(new Measurement("attribute", 1, "odd").measure(facts, TODAY)).isEmpty();
        assertThat(new Measurement("attribute", 1, "nothing").measure(facts, TODAY))
                .isEmpty();
    }

    @Test
    void tells_how_long_it_is_since_somebody_was_in_touch() {
        AnAccount account = anAccount(START);
        assertThat(measure(account.facts(), "days_since_touch", 1)).isEmpty();

        account.touched(TODAY.minusDays(40)).touched(TODAY.minusDays(12)).touched(TODAY.plusDays(1));

        assertThat(measure(account.facts(), "days_since_touch", 1)).hasValue(12);
        assertThat(measure(account.facts(), "touches", 30)).hasValue(1);
    }

    /** Weeks of 3, 4, 5, 6 and 7 users in turn: the median is 5, and so far from it are 1 user in the middle. */
    @ParameterizedTest
    @CsvSource({"5, 0", "4, -0.6745", "15, 6.745", "0, -3.3725"})
    void tells_what_is_unusual_from_the_account_s_own_habit(int users, double deviation) {
        AnAccount account = anAccount(START).uses("login", START, 1);
        for (int week = 1; week <= 12; week++) {
            for (int user = 0; user < 3 + week % 5; user++) {
                account.uses("login", TODAY.minusWeeks(week), user);
            }
        }
        for (int user = 0; user < users; user++) {
            account.uses("login", TODAY, user);
        }

        var habit = new Measurement("active_users", 7).as(Form.HABIT);
        assertThat(habit.measure(account.facts(), TODAY).orElseThrow()).isEqualTo(deviation, within(1e-9));
    }

    @Test
    void lets_what_is_always_the_same_move_a_little_before_it_is_unusual() {
        AnAccount account = anAccount(START).uses("login", START, 1);
        for (int week = 1; week <= 12; week++) {
            account.usesDaily(
                    "login",
                    new Days(TODAY.minusWeeks(week), TODAY.minusWeeks(week)),
                    LongStream.range(0, 40).toArray());
        }
        account.uses("login", TODAY, LongStream.range(0, 39).toArray());

        assertThat(new Measurement("active_users", 7)
                        .as(Form.HABIT)
                        .measure(account.facts(), TODAY)
                        .orElseThrow())
                .isEqualTo(-0.5, within(1e-9));
    }

    @Test
    void knows_no_habit_of_an_account_that_is_new() {
        AccountFacts facts = anAccount(TODAY.minusDays(30))
                .usesDaily("login", new Days(TODAY.minusDays(30), TODAY), 1)
                .facts();

        assertThat(new Measurement("active_users", 7).as(Form.HABIT).measure(facts, TODAY))
                .isEmpty();
    }

    @Test
    void compares_with_peers_where_they_are_known() {
        AccountFacts facts = anAccount(START).uses("login", TODAY, 1, 2, 3).facts();
        var measurement = new Measurement("active_users", 28).as(Form.PEERS);

        assertThat(measurement.measure(facts, TODAY)).isEmpty();
        assertThat(measurement.measure(
                        facts,
                        TODAY,
                        (of, value) -> of.equals(new Measurement("active_users", 28)) && value == 3
                                ? OptionalDouble.of(62)
                                : OptionalDouble.empty()))
                .hasValue(62);
    }

    @Test
    void relates_active_users_to_seats() {
        AnAccount account = anAccount(START).uses("login", TODAY, 1, 2, 3);
        assertThat(measure(account.facts(), "seat_utilization", 28)).isEmpty();

        account.subscription(START, SubscriptionStatus.ACTIVE, "smb", 12, TODAY.plusDays(90));

        assertThat(measure(account.facts(), "seat_utilization", 28)).hasValue(25);
        assertThat(measure(account.facts(), "seats", 1)).hasValue(12);
        assertThat(measure(account.facts(), "days_to_renewal", 1)).hasValue(90);
    }

    @Test
    void averages_goals_that_have_a_target() {
        AccountFacts facts = anAccount(START)
                .reaches(START, "automate", 40, 100.0)
                .reaches(START, "save", 300, 200.0)
                .reaches(START, "vague", 7, null)
                .facts();

        assertThat(measure(facts, "outcome_attainment", 1)).hasValue(70);
    }

    @Test
    void counts_an_answer_of_which_more_is_said_once() {
        AccountFacts facts = anAccount(START)
                .answers(TODAY.minusDays(10), FeedbackKind.NPS, 2, null, "r1")
                .answers(TODAY.minusDays(9), FeedbackKind.NPS, 8, "Better", "r1")
                .says(TODAY.minusDays(5), FeedbackKind.NPS, 10)
                .facts();

        assertThat(measure(facts, "nps", 90)).hasValue(9);
    }

    @Test
    void brings_all_feedback_to_one_scale() {
        AccountFacts facts = anAccount(START)
                .says(TODAY.minusDays(100), FeedbackKind.NPS, 0)
                .says(TODAY.minusDays(10), FeedbackKind.NPS, 9)
                .says(TODAY.minusDays(5), FeedbackKind.CSAT, 3)
                .facts();

        assertThat(measure(facts, "feedback", 90).orElseThrow()).isEqualTo(70, within(1e-9));
        assertThat(measure(facts, "nps", 90)).hasValue(9);
        assertThat(measure(facts, "csat", 90)).hasValue(3);
        assertThat(measure(facts, "sentiment", 90)).isEmpty();
    }

    @Test
    void weighs_open_issues_by_how_bad_they_are() {
        AccountFacts facts = anAccount(START)
                .ticket(TODAY, "normal", TicketStatus.OPEN, Priority.NORMAL)
                .ticket(TODAY, "urgent", TicketStatus.PENDING, Priority.URGENT)
                .breached(TODAY, "urgent")
                .ticket(TODAY, "solved", TicketStatus.SOLVED, Priority.URGENT)
                .invoice(START, "late", InvoiceStatus.ISSUED, TODAY.minusDays(30))
                .invoice(START, "very late", InvoiceStatus.ISSUED, TODAY.minusDays(31))
                .facts();

        assertThat(measure(facts, "open_issues", 1)).hasValue(1 + 3 + 2 + 4);
        assertThat(measure(facts, "open_tickets", 1)).hasValue(2);
        assertThat(measure(facts, "urgent_tickets", 1)).hasValue(1);
        assertThat(measure(facts, "sla_breaches", 1)).hasValue(1);
        assertThat(measure(facts, "overdue_invoices", 1)).hasValue(2);
        assertThat(measure(facts, "days_overdue", 1)).hasValue(31);
    }

    @Test
    void reads_usage_far_enough_back_for_the_comparison_only_where_it_needs_usage() {
        assertThat(new Measurement("active_users", 28).as(Form.CHANGE).usageDays())
                .isEqualTo(57);
        assertThat(new Measurement("feedback", 180).usageDays()).isZero();
        assertThat(new Measurement("seat_utilization", 28).usageDays()).isGreaterThanOrEqualTo(28);
    }

    @Test
    void refuses_what_it_cannot_measure_with_a_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measurement("happiness", 28))
                .withMessageContaining("happiness")
                .withMessageContaining("active_users");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measurement("active_users", 181))
                .withMessageContaining("180");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measurement("feature_events", 28))
                .withMessageContaining("feature");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measurement("tenure", 1).as(Form.CHANGE))
                .withMessageContaining("no window");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measurement("active_users", 90).as(Form.HABIT))
                .withMessageContaining("30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USERS|1|1 user",
                "USERS|166|166 users",
                "PERCENT|62|62 %",
                "POINTS|7.45|7.4 points",
                "DAYS|-3|−3 days",
                "EVENTS|1234567|1,234,567 events",
                "NUMBER|0.04|0",
                "NUMBER|-0.04|0"
            })
    void says_values_in_words(Unit unit, double value, String text) {
        assertThat(unit.say(value)).isEqualTo(text);
    }

    private static OptionalDouble change(AccountFacts facts, String metric, int days) {
        return new Measurement(metric, days).as(Form.CHANGE).measure(facts, TODAY);
    }

    private static OptionalDouble measure(AccountFacts facts, String metric, int days) {
        return new Measurement(metric, days).measure(facts, TODAY);
    }

    @Test
    void what_does_not_matter_makes_no_difference() {
        assertThat(new Measurement("open_issues", 28, "export")).isEqualTo(new Measurement("open_issues", 0));
        assertThat(new Measurement("active_users", 28, "")).isEqualTo(new Measurement("active_users", 28));
    }
}
