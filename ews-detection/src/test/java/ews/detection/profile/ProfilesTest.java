package ews.detection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.segment.Segment;
import ews.testing.TestDatabase;
import ews.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
class ProfilesTest {

    private static final Actor ADA = new Actor(null, "Ada");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 17);

    @Autowired
    Profiles profiles;

    @Autowired
    Segments segments;

    @Autowired
    Drafts drafts;

    @Autowired
    StarterSet starterSet;

    @Autowired
    TickingClock clock;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        String url = TestDatabase.another();
        registry.add("spring.datasource.url", () -> url);
    }

    @BeforeEach
    void startAgain() {
        clock.set(Instant.parse("2026-06-17T10:00:00Z"));
        jdbc.sql("truncate segment, profile_version, dirty_account, audit_entry cascade")
                .update();
        starterSet.insert();
    }

    @Test
    void gives_each_segment_a_profile_of_three_proactive_and_two_reactive_indicators() {
        for (Segment segment : segments.all()) {
            ProfileVersion version = profiles.current(segment.id());
            assertThat(version.version()).isEqualTo(1);
            assertThat(version.profile().indicators())
                    .extracting(indicator -> indicator.group().isProactive())
                    .containsExactly(true, true, true, false, false);
        }
    }

    @Test
    void inserts_the_starter_set_once_when_two_instances_start_together() throws Exception {
        jdbc.sql("truncate segment, profile_version cascade").update();
        Callable<Boolean> start = () -> {
            starterSet.insert();
            return true;
        };

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var instance : instances.invokeAll(List.of(start, start, start))) {
                instance.get();
            }
        }

        assertThat(segments.all()).hasSize(5);
        assertThat(profiles.all()).hasSize(5);
    }

    @Test
    void publishes_a_new_version_that_is_effective_today() {
        int segment = segments.all().getFirst().id();
        clock.tick(Duration.ofDays(3));

        ProfileVersion published = profiles.publish(segment, StarterProfiles.smb(), " Trials are small ", ADA);

        assertThat(published.version()).isEqualTo(2);
        assertThat(published.effectiveFrom()).isEqualTo(TODAY.plusDays(3));
        assertThat(published.reason()).isEqualTo("Trials are small");
        assertThat(profiles.current(segment)).isEqualTo(published);
        assertThat(profiles.versions(segment))
                .extracting(ProfileVersion::version)
                .containsExactly(2, 1);
    }

    @Test
    void knows_the_version_of_any_day() {
        int segment = segments.all().getFirst().id();
        clock.tick(Duration.ofDays(3));
        profiles.publish(segment, StarterProfiles.smb(), "First try", ADA);
        profiles.publish(segment, StarterProfiles.enterprise(), "Second try of the same day", ADA);

        assertThat(profiles.of(segment, TODAY.minusYears(1)).version()).isEqualTo(1);
        assertThat(profiles.of(segment, TODAY.plusDays(2)).version()).isEqualTo(1);
        assertThat(profiles.of(segment, TODAY.plusDays(3)).version()).isEqualTo(3);
        assertThat(profiles.of(segment, TODAY.plusDays(30)).version()).isEqualTo(3);
    }

    @Test
    void publishes_a_version_for_a_day_to_come() {
        int segment = segments.all().getFirst().id();
        LocalDate later = TODAY.plusDays(10);

        ProfileVersion planned = profiles.publish(segment, StarterProfiles.smb(), "From July on", later, ADA);

        assertThat(profiles.current(segment).version()).isEqualTo(1);
        assertThat(profiles.of(segment, later.minusDays(1)).version()).isEqualTo(1);
        assertThat(profiles.of(segment, later)).isEqualTo(planned);
        assertThat(waiting()).as("nobody is scored again before that day").isZero();
    }

    @Test
    void a_version_that_counts_at_once_takes_the_place_of_planned_ones() {
        int segment = segments.all().getFirst().id();
        profiles.publish(segment, StarterProfiles.smb(), "Later", TODAY.plusDays(10), ADA);

        ProfileVersion now = profiles.publish(segment, StarterProfiles.enterprise(), "Now", ADA);

        assertThat(profiles.of(segment, TODAY.plusDays(20))).isEqualTo(now);
    }

    @Test
    void takes_back_a_version_that_does_not_count_yet() {
        int segment = segments.all().getFirst().id();
        profiles.publish(segment, StarterProfiles.smb(), "Later", TODAY.plusDays(10), ADA);

        profiles.withdraw(segment, 2, ADA);

        assertThat(profiles.of(segment, TODAY.plusDays(20)).version()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profiles.withdraw(segment, 1, ADA))
                .withMessageContaining("does not count yet");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 366})
    void counts_from_today_or_soon(long daysAhead) {
        int segment = segments.all().getFirst().id();

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> profiles.publish(segment, StarterProfiles.smb(), "When?", TODAY.plusDays(daysAhead), ADA))
                .withMessageContaining("within the next 365 days");
    }

    @Test
    void a_draft_is_kept_until_it_is_published() {
        int segment = segments.all().getFirst().id();
        drafts.save(segment, StarterProfiles.smb(), 1, ADA);
        drafts.save(segment, StarterProfiles.enterprise(), 7, ADA);

        Draft draft = drafts.of(segment).orElseThrow();
        assertThat(draft.profile()).isEqualTo(StarterProfiles.enterprise());
        assertThat(draft.basedOn()).isEqualTo(1);
        assertThat(profiles.current(segment).version()).isEqualTo(1);

        profiles.publish(segment, draft.profile(), "It is better", ADA);
        assertThat(drafts.of(segment)).isEmpty();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from dirty_account")
                .query(Integer.class)
                .single();
    }

    @Test
    void needs_a_reason() {
        int segment = segments.all().getFirst().id();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> profiles.publish(segment, StarterProfiles.smb(), " ", ADA))
                .withMessageContaining("why");
    }

    @Test
    void publishes_nothing_for_a_segment_that_does_not_exist() {
        assertThatThrownBy(() -> profiles.publish(-1, StarterProfiles.smb(), "Try", ADA))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void writes_who_published_to_the_audit_log() {
        profiles.publish(segments.all().getFirst().id(), StarterProfiles.smb(), "Trials are small", ADA);

        assertThat(jdbc.sql("select subject from audit_entry where actor = 'Ada' and action = 'profile.published'")
                        .query(String.class)
                        .list())
                .containsExactly("segment Free trial");
    }
}
