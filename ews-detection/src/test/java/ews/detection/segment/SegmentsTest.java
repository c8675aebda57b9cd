package ews.detection.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.detection.profile.Profiles;
import ews.domain.audit.Actor;
import ews.domain.metric.Measurement;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import ews.testing.TestDatabase;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@Transactional
class SegmentsTest {

    private static final Actor ADA = new Actor(null, "Ada");
    private static final List<Condition> LARGE = List.of(
            new Condition.Attribute("region", List.of("EMEA", "APAC")),
            new Condition.Threshold(new Measurement("seats", 1), true, 500));

    @Autowired
    Segments segments;

    @Autowired
    Profiles profiles;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        String url = TestDatabase.another();
        registry.add("spring.datasource.url", () -> url);
    }

    @Test
    void starts_with_the_five_segments_in_their_order() {
        assertThat(segments.all())
                .extracting(Segment::key)
                .containsExactly("free_trial", "onboarding", "enterprise", "smb", "established");
        assertThat(segments.all())
                .extracting(Segment::rule)
                .containsExactly(
                        "status is trial",
                        "stage is onboarding",
                        "plan is enterprise",
                        "plan is smb or starter or basic or team",
                        "everybody else");
    }

    @Test
    void puts_a_new_one_before_the_one_that_takes_the_rest() {
        Segment large = segments.create("Large accounts", LARGE, ADA);

        assertThat(large.key()).isEqualTo("large_accounts");
        assertThat(segments.all()).hasSize(6);
        assertThat(segments.all().get(4)).isEqualTo(large);
        assertThat(segments.all().get(4).conditions()).isEqualTo(LARGE);
    }

    @Test
    void gives_a_new_one_the_profile_of_the_one_that_takes_the_rest() {
        Segment large = segments.create("Large accounts", LARGE, ADA);

        assertThat(profiles.current(large.id()).version()).isEqualTo(1);
        assertThat(profiles.current(large.id()).profile())
                .isEqualTo(profiles.current(named("established").id()).profile());
    }

    @Test
    void refuses_a_name_that_another_one_has() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segments.create(" smb ", LARGE, ADA))
                .withMessageContaining("already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segments.rename(named("smb").id(), "Enterprise", ADA))
                .withMessageContaining("already");
    }

    @Test
    void renames_without_changing_the_key() {
        segments.rename(named("smb").id(), "Small business", ADA);

        assertThat(named("smb").name()).isEqualTo("Small business");
        assertThat(segments.create("SMB", LARGE, ADA).key()).isEqualTo("smb_2");
    }

    @Test
    void refuses_conditions_for_the_last_one_and_none_for_others() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segments.changeConditions(named("established").id(), LARGE, ADA))
                .withMessageContaining("takes the rest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segments.changeConditions(named("smb").id(), List.of(), ADA))
                .withMessageContaining("at least one condition");
    }

    @Test
    void changes_conditions() {
        segments.changeConditions(named("smb").id(), LARGE, ADA);

        assertThat(named("smb").conditions()).isEqualTo(LARGE);
    }

    @Test
    void reorders_all_but_the_last() {
        List<Integer> ids = segments.all().stream().map(Segment::id).toList();

        segments.reorder(List.of(ids.get(2), ids.get(0), ids.get(3), ids.get(1), ids.get(4)), ADA);

        assertThat(segments.all())
                .extracting(Segment::key)
                .containsExactly("enterprise", "free_trial", "smb", "onboarding", "established");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segments.reorder(ids.reversed(), ADA))
                .withMessageContaining("last");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segments.reorder(ids.subList(1, 5), ADA))
                .withMessageContaining("each segment once");
    }

    @Test
    void deletes_any_but_the_last() {
        segments.delete(named("smb").id(), ADA);

        assertThat(segments.all()).extracting(Segment::key).doesNotContain("smb");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segments.delete(named("established").id(), ADA))
                .withMessageContaining("must stay");
        assertThatThrownBy(() -> segments.delete(-1, ADA)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void writes_changes_to_the_audit_log() {
        segments.delete(named("smb").id(), ADA);

        assertThat(jdbc.sql("select action || ' ' || subject from audit_entry where actor = 'Ada'")
                        .query(String.class)
                        .list())
                .containsExactly("segment.deleted segment SMB");
    }

    @Test
    void has_everybody_scored_again() {
        jdbc.sql("insert into account (key, name, first_seen_on) values ('acme', 'Acme', '2026-01-01')")
                .update();

        segments.changeConditions(named("smb").id(), LARGE, ADA);

        assertThat(jdbc.sql("select count(*) from dirty_account")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Segment named(String key) {
        return segments.all().stream()
                .filter(segment -> segment.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
