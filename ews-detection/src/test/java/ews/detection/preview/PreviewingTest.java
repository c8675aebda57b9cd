package ews.detection.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.detection.preview.BackTest.Missed;
import ews.detection.preview.Impact.BandShare;
import ews.detection.preview.Impact.Move;
import ews.detection.scoring.ScoringTest;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import ews.domain.score.Points;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PreviewingTest extends ScoringTest {

    private static final Actor ADA = Actor.SYSTEM;

    @Autowired
    Previewing previewing;

    @Test
    void names_the_accounts_that_would_change_their_band_and_changes_nothing() {
        AccountId acme = healthyAccount("acme");
        AccountId small = facts.account("small", LocalDate.of(2026, 1, 1));
        facts.usage(small, LocalDate.of(2026, 1, 1), TODAY, 2);
        worth(acme, 50_000);
        backlog.settle();

        Preview preview = previewOf(segmentOf("Enterprise"), usersFrom(20, 40));

        Impact impact = Objects.requireNonNull(preview.impact());
        assertThat(preview.done()).isEqualTo(preview.accounts()).isEqualTo(2);
        assertThat(impact.moved()).isEqualTo(1);
        Move move = impact.moves().getFirst();
        assertThat(move.account()).isEqualTo(acme);
        assertThat(move.from()).isEqualTo(Band.GOOD);
        assertThat(move.scoreNow()).isEqualTo(Points.of(100));
        assertThat(move.to()).isEqualTo(Band.POOR);
        assertThat(move.scoreProposed()).isEqualTo(Points.ZERO);
        assertThat(share(impact, Band.POOR).accountsProposed())
                .isEqualTo(share(impact, Band.POOR).accountsNow() + 1);
        assertThat(share(impact, Band.POOR).valueProposed()).containsKey("USD");
        assertThat(impact.scoresProposed().tens().getFirst())
                .isEqualTo(impact.scoresNow().tens().getFirst() + 1);
        assertThat(health.of(acme, TODAY).orElseThrow().score().band()).isEqualTo(Band.GOOD);
        assertThat(profiles.versions(segmentOf("Enterprise"))).hasSize(1);
    }

    @Test
    void names_the_accounts_that_a_new_segment_would_take() {
        AccountId acme = healthyAccount("acme");
        facts.account("small", LocalDate.of(2026, 1, 1));
        backlog.settle();
        Condition large = new Condition.Threshold(new Measurement("active_users", 28), true, 5);
        Proposal proposal = previewing
                .now()
                .adding("Large", List.of(large), segments.all().getFirst().id(), usersFrom(20, 40));

        PreviewId id = previewing.start(proposal, ADA);
        Preview preview = await().atMost(Duration.ofMinutes(1))
                .until(() -> previewing.withId(id).orElseThrow(), it -> it.state() == Preview.State.DONE);

        Impact impact = Objects.requireNonNull(preview.impact());
        assertThat(impact.regrouped()).isEqualTo(1);
        assertThat(impact.regroupings()).singleElement().satisfies(it -> {
            assertThat(it.account()).isEqualTo(acme);
            assertThat(it.segmentNow()).isEqualTo("Enterprise");
            assertThat(it.segmentProposed()).isEqualTo("Large");
        });
        assertThat(impact.segments().getFirst().segment()).isEqualTo("Large");
        assertThat(impact.segments().getFirst().accountsProposed()).isEqualTo(1);
        assertThat(impact.moved()).isEqualTo(1);
        assertThat(segments.all()).extracting(Segment::name).doesNotContain("Large");
    }

    @Test
    void says_which_alerts_the_rules_about_bands_would_raise() {
        healthyAccount("acme");
        backlog.settle();

        Impact impact = Objects.requireNonNull(
                previewOf(segmentOf("Enterprise"), usersFrom(20, 40)).impact());

        assertThat(impact.alerts()).anySatisfy(effect -> {
            assertThat(effect.raised()).isEqualTo(1);
            assertThat(effect.cleared()).isZero();
        });
    }

    @Test
    void finds_nothing_where_nothing_would_change() {
        healthyAccount("acme");
        backlog.settle();
        int segment = segmentOf("Enterprise");

        Impact impact = Objects.requireNonNull(
                previewOf(segment, profiles.current(segment).profile()).impact());

        assertThat(impact.moved()).isZero();
        assertThat(impact.scoresProposed()).isEqualTo(impact.scoresNow());
        assertThat(impact.proposed().area()).isNull();
    }

    @Test
    void tells_how_it_would_have_done_on_past_cancellations() {
        LocalDate start = TODAY.minusYears(1);
        LocalDate cancelled = TODAY.minusWeeks(20);
        AccountId faded = established("faded", start, cancelled.minusWeeks(10));
        AccountId sudden = established("sudden", start, cancelled);
        established("loyal", start, TODAY);
        facts.cancelled(faded, cancelled);
        facts.cancelled(sudden, cancelled);
        backlog.settle();

        BackTest test = Objects.requireNonNull(
                        previewOf(segmentOf("Enterprise"), usersFrom(0, 10)).impact())
                .proposed();

        assertThat(test.judged()).isEqualTo(2);
        assertThat(test.caught()).isEqualTo(1);
        assertThat(test.missed()).containsExactly(new Missed(sudden, cancelled));
        assertThat(test.daysOfWarning()).isBetween(30, 50);
        assertThat(test.falseAlarms()).isZero();
        assertThat(Objects.requireNonNull(test.area()).area()).isGreaterThan(0.5);
    }

    /** On the day of the cancellation, and not before, an attribute tells everything. Who looks ahead knows it all. */
    @Test
    void never_uses_what_was_not_known_on_the_day() {
        LocalDate start = TODAY.minusYears(1);
        for (int i = 0; i < 12; i++) {
            AccountId account = established("account-" + i, start, TODAY);
            facts.attribute(account, start, "leaving", "0");
            if (i % 2 == 0) {
                LocalDate cancelled = TODAY.minusWeeks(10 + i);
                facts.cancelled(account, cancelled);
                facts.attribute(account, cancelled, "leaving", "1");
            }
        }
        backlog.settle();
        var leak = new Indicator(
                IndicatorGroup.SUPPORT_AND_OPERATIONS,
                new Measurement("attribute", 0, "leaving"),
                1,
                0,
                100,
                MissingData.EXCLUDED);

        BackTest test = Objects.requireNonNull(
                        previewOf(segmentOf("Enterprise"), new HealthProfile(List.of(leak), 75, 50, 1))
                                .impact())
                .proposed();

        assertThat(test.judged()).isEqualTo(6);
        assertThat(test.caught()).isZero();
        assertThat(Objects.requireNonNull(test.area()).area()).isEqualTo(0.5);
    }

    /** More than a sample of peers holds; the stored scores are compared with a sample that everybody was surveyed for. */
    @Test
    void foretells_the_scores_against_peers_that_the_profile_gives_once_it_counts() {
        facts.account("first", TODAY.minusDays(20));
        jdbc.sql("""
                        insert into account (key, name, first_seen_on)
                        select 'a' || i, 'a' || i, date '2026-06-10' + i % 7 from generate_series(1, 3000) i;
                        insert into attribute_change (account_id, occurred_at, event_key, name, value)
                        select id, first_seen_on + time '17:00' at time zone 'UTC', id, 'seats_in_use',
                               case when id % 17 = 0 then 'many' else (id * 7919 % 1000)::text end from account;
                        insert into dirty_account (account_id, from_day, received_at)
                        select id, first_seen_on, now() from account
                        """).update();
        backlog.settle();
        int segment = segments.all().getLast().id();

        Impact foretold =
                Objects.requireNonNull(previewOf(segment, seatsAgainstPeers()).impact());
        profiles.publish(segment, seatsAgainstPeers(), "Against peers", ADA);
        backlog.settle();

        Impact counting =
                Objects.requireNonNull(previewOf(segment, usersFrom(0, 10)).impact());
        assertThat(foretold.scoresProposed()).isEqualTo(counting.scoresNow());
        assertThat(foretold.scoresProposed().unknown()).isPositive();
        assertThat(foretold.scoresProposed().tens())
                .allSatisfy(it -> assertThat(it).isPositive());
    }

    private Preview previewOf(int segment, HealthProfile profile) {
        PreviewId id = previewing.start(segment, profile, ADA);
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> previewing.withId(id).orElseThrow(), it -> it.state() == Preview.State.DONE);
    }

    private int segmentOf(String name) {
        return segments.all().stream()
                .filter(it -> it.name().equals(name))
                .map(Segment::id)
                .findFirst()
                .orElseThrow();
    }

    /** Only the number of active users counts. */
    private static HealthProfile usersFrom(int poorAt, int goodAt) {
        var users = new Indicator(
                IndicatorGroup.PRODUCT_USAGE,
                new Measurement("active_users", 28),
                poorAt,
                goodAt,
                100,
                MissingData.POOR);
        return new HealthProfile(List.of(users), 75, 50, 1);
    }

    private static HealthProfile seatsAgainstPeers() {
        var seats = new Measurement("attribute", 0, "seats_in_use").as(Form.PEERS);
        var indicator = new Indicator(IndicatorGroup.PRODUCT_USAGE, seats, 0, 100, 100, MissingData.UNKNOWN);
        return new HealthProfile(List.of(indicator), 75, 50, 1);
    }

    /** A customer on the enterprise plan with ten active users until a day. */
    private AccountId established(String key, LocalDate start, LocalDate until) {
        AccountId account = facts.account(key, start);
        facts.subscription(account, start, "active", "enterprise", 12);
        facts.usage(account, start, until, 10);
        return account;
    }

    private void worth(AccountId account, int value) {
        jdbc.sql("update account set annual_value = ?, currency = 'USD' where id = ?")
                .params(value, account.value())
                .update();
    }

    private static BandShare share(Impact impact, Band band) {
        return impact.bands().stream()
                .filter(it -> it.band() == band)
                .findFirst()
                .orElseThrow();
    }
}
