package ews.domain.segment;

import static ews.domain.fact.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.metric.Measurement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class SegmentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Segment TRIAL = new Segment(1, "trial", "Trial", List.of(attribute("status", "trial")));
    private static final Segment LARGE = new Segment(
            2,
            "large",
            "Large",
            List.of(
                    attribute("plan", "enterprise", "business"),
                    new Condition.Threshold(new Measurement("seats", 1), true, 100)));
    private static final Segment REST = new Segment(3, "rest", "Rest", List.of());

    @Test
    void takes_the_first_one_whose_conditions_all_hold() {
        AccountFacts facts = anAccount(DAY)
                .subscription(DAY, SubscriptionStatus.TRIAL, "Enterprise", 100, null)
                .subscription(DAY.plusDays(14), SubscriptionStatus.ACTIVE, null, null, null)
                .subscription(DAY.plusDays(20), null, null, 99, null)
                .facts();

        assertThat(of(facts, DAY)).isEqualTo(TRIAL);
        assertThat(of(facts, DAY.plusDays(14))).isEqualTo(LARGE);
        assertThat(of(facts, DAY.plusDays(20))).isEqualTo(REST);
        assertThat(of(facts, DAY.minusDays(1))).isEqualTo(REST);
    }

    @Test
    void believes_the_subscription_more_than_an_attribute() {
        AccountFacts facts = anAccount(DAY)
                .attribute(DAY, "plan", "enterprise")
                .subscription(DAY, SubscriptionStatus.ACTIVE, "smb", 5, null)
                .facts();

        assertThat(attribute("plan", "smb").holds(facts, DAY)).isTrue();
        assertThat(attribute("plan", "enterprise").holds(facts, DAY)).isFalse();
    }

    @Test
    void takes_the_attribute_where_no_subscription_says_it() {
        AccountFacts facts = anAccount(DAY).attribute(DAY, "plan", "Enterprise").facts();

        assertThat(attribute("plan", "enterprise").holds(facts, DAY)).isTrue();
        assertThat(attribute("region", "EMEA").holds(facts, DAY)).isFalse();
    }

    @Test
    void holds_no_threshold_without_data() {
        var few = new Condition.Threshold(new Measurement("seats", 1), false, 5);

        assertThat(few.holds(anAccount(DAY).facts(), DAY)).isFalse();
    }

    @Test
    void reads_as_a_sentence() {
        assertThat(LARGE.rule()).isEqualTo("plan is enterprise or business and Seats at least 100");
        assertThat(REST.rule()).isEqualTo("everybody else");
    }

    @Test
    void complains_where_nobody_takes_the_rest() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Segment.of(anAccount(DAY).facts(), List.of(TRIAL), DAY));
    }

    @Test
    void refuses_a_condition_without_values() {
        assertThatIllegalArgumentException().isThrownBy(() -> attribute("plan"));
        assertThatIllegalArgumentException().isThrownBy(() -> attribute("plan", " "));
    }

    @Test
    void survives_being_stored_as_json() {
        var json = JsonMapper.builder().build();
        var type = new TypeReference<List<Condition>>() {};

        String stored = json.writerFor(type).writeValueAsString(LARGE.conditions());

        assertThat(stored).contains("\"type\":\"attribute\"").contains("\"type\":\"threshold\"");
        assertThat(json.readValue(stored, type)).isEqualTo(LARGE.conditions());
    }

    private static Segment of(AccountFacts facts, LocalDate asOf) {
        return Segment.of(facts, List.of(TRIAL, LARGE, REST), asOf);
    }

    private static Condition attribute(String name, String... values) {
        return new Condition.Attribute(name, List.of(values));
    }
}
