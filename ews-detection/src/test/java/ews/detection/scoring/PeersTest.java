package ews.detection.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.fact.Days;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import ews.domain.segment.Segment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scores that compare an account with those of its segment. TODAY is a Wednesday, so its peers are those of Sunday. */
class PeersTest extends ScoringTest {

    private static final LocalDate SUNDAY = TODAY.minusDays(3);

    @BeforeEach
    void comparePeers() {
        jdbc.sql("truncate peer_distribution").update();
        Segment established = segments.all().getLast();
        var users = new Indicator(
                IndicatorGroup.PRODUCT_USAGE,
                new Measurement("active_users", 28).as(Form.PEERS),
                0,
                100,
                100,
                MissingData.UNKNOWN);
        profiles.publish(established.id(), new HealthProfile(List.of(users), 75, 25, 1), "Against peers", Actor.SYSTEM);
        // In force on past days too.
        jdbc.sql("update profile_version set effective_from = '2020-01-01' where segment_id = ?")
                .param(established.id())
                .update();
    }

    /** Ten accounts with 1 to 10 users since the first of March. */
    private List<AccountId> ten() {
        var accounts = new ArrayList<AccountId>();
        for (int users = 1; users <= 10; users++) {
            AccountId account = facts.account("with " + users, LocalDate.of(2026, 3, 1));
            facts.usage(account, LocalDate.of(2026, 3, 1), TODAY, users);
            accounts.add(account);
        }
        return accounts;
    }

    @Test
    void an_account_gets_points_for_those_who_have_less() {
        List<AccountId> accounts = ten();

        backlog.settle();

        assertThat(points(accounts.get(0), TODAY)).isEqualTo(5);
        assertThat(points(accounts.get(4), TODAY)).isEqualTo(45);
        assertThat(points(accounts.get(9), TODAY)).isEqualTo(95);
    }

    @Test
    void is_unknown_among_a_few() {
        AccountId only = facts.account("only", LocalDate.of(2026, 3, 1));
        facts.usage(only, LocalDate.of(2026, 3, 1), TODAY, 3);

        backlog.settle();

        assertThat(scoreOf(only, TODAY).band()).isEqualTo(Band.UNKNOWN);
    }

    @Test
    void past_days_are_compared_with_the_peers_of_their_week() {
        List<AccountId> accounts = ten();
        facts.usage(accounts.getFirst(), TODAY.minusDays(20), TODAY, 30);

        backlog.settle();

        assertThat(points(accounts.getFirst(), TODAY.minusDays(30))).isEqualTo(5);
        assertThat(points(accounts.getFirst(), TODAY)).isEqualTo(95);
        assertThat(points(accounts.get(9), TODAY.minusDays(30))).isEqualTo(95);
        assertThat(points(accounts.get(9), TODAY)).isEqualTo(85);
    }

    @Test
    void a_stored_score_and_one_computed_again_agree_on_every_day() {
        List<AccountId> accounts = ten();
        backlog.settle();

        for (AccountId account : accounts) {
            assertThat(health.history(account, Days.endingWith(TODAY, 60)))
                    .hasSize(60)
                    .allSatisfy(day -> assertThat(scoreOf(account, day.day()).points())
                            .as("on %s", day.day())
                            .isNotNull()
                            .isEqualTo(day.score()));
        }
    }

    @Test
    void what_happens_in_the_week_moves_the_yardstick_from_monday_on() {
        List<AccountId> accounts = ten();
        backlog.settle();

        facts.usage(accounts.getFirst(), SUNDAY.plusDays(1), TODAY, 50);
        backlog.settle();
        assertThat(points(accounts.get(9), TODAY)).as("as before").isEqualTo(95);

        clock.tick(Duration.ofDays(7));
        facts.dirty(accounts.get(9), TODAY.plusDays(7));
        backlog.settle();
        assertThat(points(accounts.get(9), TODAY.plusDays(7)))
                .as("one more has more")
                .isEqualTo(85);
    }

    /** A load account by account: the first ones were compared with the few that were there. */
    @Test
    void everybody_is_scored_again_when_many_late_facts_moved_the_yardstick() {
        List<AccountId> accounts = ten();
        backlog.settle();
        assertThat(points(accounts.get(9), TODAY.minusDays(30))).isEqualTo(95);
        clock.tick(Duration.ofMinutes(5));

        for (int i = 0; i < 10; i++) {
            AccountId larger = facts.account("larger " + i, LocalDate.of(2026, 3, 1));
            facts.usage(larger, LocalDate.of(2026, 3, 1), TODAY, 100);
        }
        backlog.settle();

        assertThat(health.history(accounts.get(9), Days.endingWith(TODAY.minusDays(30), 1)))
                .singleElement()
                .extracting(day -> day.score() == null ? -1 : day.score().tenths())
                .isEqualTo(475);
    }

    private double points(AccountId account, LocalDate day) {
        return scoreOf(account, day).score().orElseThrow().tenths() / 10.0;
    }

    private HealthScore scoreOf(AccountId account, LocalDate day) {
        return health.of(account, day).orElseThrow().score();
    }
}
