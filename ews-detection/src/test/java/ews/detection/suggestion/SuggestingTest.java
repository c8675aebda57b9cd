package ews.detection.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import ews.detection.past.RocArea;
import ews.detection.past.RocGain;
import ews.detection.scoring.ScoringTest;
import ews.detection.suggestion.Learning.Lesson;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.metric.Measurement;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts whose numbers are attributes; every other one cancelled in the last two years, each on another day. */
class SuggestingTest extends ScoringTest {

    private static final LocalDate START = TODAY.minusDays(760);
    private static final int DAYS_BETWEEN = 9;

    @Autowired
    Suggesting suggesting;

    private final Random random = new Random(11);

    @Test
    void an_indicator_that_foretells_cancellations_gets_clearly_more_than_noise() {
        accounts(150, this::plantSigns);
        publish(indicator("mood", 10), indicator("noise", 90));

        Finding.Weights found = (Finding.Weights) finding();

        assertThat(found.weights().getFirst()).isGreaterThan(75);
        assertThat(found.weights().stream().mapToInt(it -> it).sum()).isEqualTo(100);
        RocArea now = Objects.requireNonNull(found.now());
        RocArea suggested = Objects.requireNonNull(found.suggested());
        RocGain gain = Objects.requireNonNull(found.gain());
        assertThat(now.area()).isLessThan(0.7);
        assertThat(suggested.area()).isGreaterThan(0.75);
        assertThat(gain.isCertain()).isTrue();
        assertThat(gain.gain()).isCloseTo(suggested.area() - now.area(), offset(1e-9));
        assertThat(found.training().cancellations())
                .isGreaterThan(found.judged().cancellations());
    }

    @Test
    void changes_nothing_and_says_the_same_again() {
        accounts(150, this::plantSigns);
        publish(indicator("mood", 40), indicator("noise", 60));
        int segment = established();

        Finding first = finding();

        assertThat(finding()).isEqualTo(first);
        assertThat(profiles.current(segment).profile().indicators())
                .extracting(Indicator::weight)
                .containsExactly(40, 60);
    }

    /** On the day of the cancellation, and not before, an attribute tells everything. Who looks ahead knows it all. */
    @Test
    void does_not_profit_from_what_was_not_known_on_the_day() {
        accounts(150, (account, cancelled) -> {
            plantNoise(account);
            facts.attribute(account, START, "leaving", random.nextInt(5) == 0 ? "0" : "10");
            if (cancelled != null) {
                facts.attribute(account, cancelled, "leaving", "0");
            } else {
                facts.attribute(account, TODAY.minusDays(1), "leaving", "10");
            }
        });
        publish(indicator("leaving", 50), indicator("noise", 50));

        Finding found = finding();

        if (found instanceof Finding.Weights weights) {
            RocArea suggested = Objects.requireNonNull(weights.suggested());
            assertThat(suggested.area()).as("no better than guessing").isLessThan(0.65);
            assertThat(suggested.from()).isLessThan(0.5);
        } else {
            assertThat(found).isInstanceOf(Finding.Nothing.class);
        }
    }

    @Test
    void says_how_many_cancellations_are_missing() {
        accounts(12, this::plantSigns);
        publish(indicator("mood", 50), indicator("noise", 50));

        Finding.TooFew found = (Finding.TooFew) finding();

        assertThat(found.training().cancellations()).isLessThan(found.trainingNeeded());
        assertThat(found.trainingNeeded()).isEqualTo(20);
        assertThat(found.judgedNeeded()).isEqualTo(10);
    }

    @Test
    void nobody_has_cancelled_yet() {
        facts.account("new", START);

        assertThat(finding()).isInstanceOfSatisfying(Finding.TooFew.class, it -> {
            assertThat(it.training().cancellations()).isZero();
            assertThat(it.training().from()).isNull();
        });
    }

    @Test
    void an_indicator_that_nobody_reports_keeps_its_weight() {
        accounts(150, this::plantSigns);
        publish(indicator("mood", 30), indicator("noise", 30), indicator("unheard of", 40));

        Finding.Weights found = (Finding.Weights) finding();

        assertThat(found.learned().getLast().lesson()).isEqualTo(Lesson.TOO_LITTLE_DATA);
        assertThat(found.weights().getLast()).isEqualTo(40);
    }

    private Finding finding() {
        SuggestionId id = suggesting.start(established(), Actor.SYSTEM);
        return Objects.requireNonNull(await().atMost(Duration.ofMinutes(1))
                .until(() -> suggesting.withId(id).orElseThrow(), it -> it.state() == Suggestion.State.DONE)
                .finding());
    }

    private int established() {
        return segments.all().getLast().id();
    }

    private void publish(Indicator... indicators) {
        profiles.publish(
                established(), new HealthProfile(List.of(indicators), 70, 40, 1), "For the test", Actor.SYSTEM);
    }

    private static Indicator indicator(String attribute, int weight) {
        return new Indicator(
                IndicatorGroup.PRODUCT_USAGE,
                new Measurement("attribute", 0, attribute),
                0,
                10,
                weight,
                MissingData.EXCLUDED);
    }

    private interface Plant {
        void plant(AccountId account, @Nullable LocalDate cancelled);
    }

    private void accounts(int number, Plant plant) {
        for (int i = 0; i < number; i++) {
            AccountId account = facts.account("account-" + i, START);
            LocalDate cancelled = i % 2 == 0 ? START.plusDays(100 + (long) i / 2 * DAYS_BETWEEN) : null;
            plant.plant(account, cancelled);
            if (cancelled != null) {
                facts.cancelled(account, cancelled);
            }
        }
    }

    /** The mood is worse from three months before a cancellation on; with some it is bad anyway. */
    private void plantSigns(AccountId account, @Nullable LocalDate cancelled) {
        plantNoise(account);
        facts.attribute(account, START, "mood", Integer.toString(4 + random.nextInt(7)));
        if (cancelled != null) {
            facts.attribute(account, cancelled.minusDays(95), "mood", Integer.toString(1 + random.nextInt(5)));
        }
    }

    private void plantNoise(AccountId account) {
        for (LocalDate day = START; day.isBefore(TODAY); day = day.plusDays(60)) {
            facts.attribute(account, day, "noise", Integer.toString(random.nextInt(11)));
        }
    }
}
