package ews.detection.peer;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.peer.PeerGroups.Group;
import ews.detection.rule.AnAccount;
import ews.domain.account.AccountId;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.segment.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Surveys that end early, beside those of everybody. */
class PeerCandidatesTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 6, 14);
    private static final List<LocalDate> SUNDAYS = List.of(SUNDAY, SUNDAY.minusWeeks(1), SUNDAY.minusWeeks(2));
    private static final Segment LARGE = new Segment(1, "large", "Large", List.of());
    private static final Segment SMALL = new Segment(2, "small", "Small", List.of());
    private static final Measurement EVENTS = new Measurement("usage_events", 28);
    private static final Measurement DAYS = new Measurement("active_days", 28);

    private final Map<AccountId, AccountFacts> accounts = new HashMap<>();
    private final List<AccountId> looked = new ArrayList<>();

    @Test
    void find_the_same_as_looking_at_everybody_and_look_at_fewer() {
        portfolio(5_000, 10);

        assertThat(early(Map.of(1, Set.of(EVENTS, DAYS)))).isEqualTo(everybody(Map.of(1, Set.of(EVENTS, DAYS))));
        assertThat(looked).doesNotHaveDuplicates().hasSizeBetween(PeerSurvey.SAMPLE, 2_000);
    }

    @Test
    void look_at_everybody_for_a_segment_with_few() {
        portfolio(3_000, 10);

        Map<Integer, Set<Measurement>> wanted = Map.of(1, Set.of(EVENTS), 2, Set.of(DAYS));

        assertThat(early(wanted)).isEqualTo(everybody(wanted));
        assertThat(looked).hasSize(3_000);
    }

    @Test
    void leave_out_those_who_came_after_the_days_that_lack_somebody() {
        portfolio(4_000, 10);
        accounts.replaceAll((id, facts) -> id.value() % 5 == 0 ? facts : user(id, SUNDAY.minusDays(3)));

        Map<Integer, Set<Measurement>> wanted = Map.of(1, Set.of(EVENTS));

        assertThat(early(wanted)).isEqualTo(everybody(wanted));
        assertThat(looked)
                .hasSizeLessThan(2_500)
                .containsAll(accounts.keySet().stream()
                        .filter(it -> it.value() % 5 == 0)
                        .toList());
    }

    private Map<Group, List<Double>> early(Map<Integer, Set<Measurement>> wanted) {
        PeerSurvey survey = survey(wanted);
        var left = new PeerCandidates(
                accounts.values().stream().collect(toMap(AccountFacts::account, AccountFacts::firstSeen)));
        for (List<List<AccountId>> round = left.next(); !round.isEmpty(); round = left.next()) {
            List<AccountId> all = round.stream().flatMap(List::stream).toList();
            all.forEach(it -> survey.add(Objects.requireNonNull(accounts.get(it))));
            looked.addAll(all);
            left.keepOnlyFor(survey);
        }
        return values(survey);
    }

    private Map<Group, List<Double>> everybody(Map<Integer, Set<Measurement>> wanted) {
        PeerSurvey survey = survey(wanted);
        accounts.values().forEach(survey::add);
        return values(survey);
    }

    private static PeerSurvey survey(Map<Integer, Set<Measurement>> wanted) {
        return new PeerSurvey(SUNDAYS, wanted, (facts, _) -> facts.account().value() % 10 == 0 ? SMALL : LARGE);
    }

    private static Map<Group, List<Double>> values(PeerSurvey survey) {
        var values = new HashMap<Group, List<Double>>();
        survey.result().distributions().forEach((group, distribution) -> {
            assertThat(distribution.size()).isGreaterThanOrEqualTo(distribution.values().length);
            values.put(group, Arrays.stream(distribution.values()).boxed().toList());
        });
        return values;
    }

    /** One in so many has cancelled, and one in so many has no usage that a metric could say anything about. */
    private void portfolio(int count, int oneIn) {
        var random = new SplittableRandom(7);
        LongStream.rangeClosed(1, count).mapToObj(AccountId::new).forEach(id -> {
            LocalDate start = SUNDAY.minusDays(20L + random.nextInt(20));
            AnAccount account = AnAccount.anAccount(id);
            if (id.value() % oneIn != 3) {
                account.usesDaily("login", 1 + random.nextInt(3), new Days(start, start.plusDays(random.nextInt(9))));
            }
            if (id.value() % oneIn == 7) {
                account.subscription(SubscriptionStatus.CANCELLED, SUNDAY.minusDays(10), null);
            }
            accounts.put(id, account.facts());
        });
    }

    private static AccountFacts user(AccountId id, LocalDate start) {
        return AnAccount.anAccount(id).uses("login", 1, start, 1).facts();
    }
}
