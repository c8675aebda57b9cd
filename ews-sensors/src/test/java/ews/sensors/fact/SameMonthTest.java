package ews.sensors.fact;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.Sent;
import ews.sensors.dialect.ListedBody;
import ews.sensors.intake.Batch;
import ews.sensors.segment.SegmentDialect;
import ews.sensors.source.Source;
import ews.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A month of events from three sources at once, of which one names people, and says only now and then to which account they
 * belong: whatever happens to them on the way, the facts are the same.
 */
@SpringBootTest
class SameMonthTest {

    private static final Instant FIRST_RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
    private static final int LATEST_DAYS = 40;
    private static final int DAYS = 28;

    private static final List<String> PRODUCT = Traffic.of(1, 700);
    private static final List<String> BILLING = Traffic.of(2, 300);
    private static final List<String> CALLS = calls(3, 500);

    @Autowired
    private Instances instances;

    @Autowired
    private SmallWorld world;

    @Autowired
    private SegmentDialect segment;

    private Source product;
    private Source billing;
    private Source website;

    @BeforeEach
    void startOver() {
        TestDatabase.clear();
        product = world.connect(1_000_001, "Product");
        billing = world.connect(1_000_002, "Billing");
        website = world.connect(1_000_003, "Website");
        world.nameEverybody();
    }

    @Test
    void theMonthTellsOfPeopleWhoMovedToOtherAccounts() {
        sendInOrder();

        assertThat(CALLS.stream().filter(it -> it.contains("'group'")))
                .as("more often than once for each")
                .hasSizeGreaterThan(2 * Traffic.USERS);
        assertThat(world.snapshot()).contains("track");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void shuffledSplitRepeatedDelayedAndWithRestartsBetween(long seed) {
        sendInOrder();
        String expected = world.snapshot();
        startOver();

        var random = new Random(seed);
        FactWriter writer = instances.start();
        for (Batch batch : disturbed(random)) {
            if (random.nextInt(12) == 0) {
                writer = instances.start();
            }
            writer.apply(List.of(batch));
            if (random.nextInt(12) == 0) {
                instances.again().moveDisplaced();
            }
        }
        while (instances.again().moveDisplaced() > 0) {}

        assertThat(world.snapshot()).isEqualTo(expected);
    }

    /** What is said of people comes first, so nothing is ever wrong. */
    private void sendInOrder() {
        FactWriter writer = instances.start();
        writer.apply(List.of(
                website(CALLS.stream().filter(it -> it.contains("'group'")).toList(), FIRST_RECEIVED),
                website(CALLS.stream().filter(it -> !it.contains("'group'")).toList(), FIRST_RECEIVED),
                new Sent(product, FIRST_RECEIVED).batch(PRODUCT),
                new Sent(billing, FIRST_RECEIVED).batch(BILLING)));
    }

    private List<Batch> disturbed(Random random) {
        var batches = new ArrayList<Batch>();
        for (int round = 0; round < 2; round++) {
            split(PRODUCT, random, round).forEach(it -> batches.add(new Sent(product, received(random)).batch(it)));
            split(BILLING, random, round).forEach(it -> batches.add(new Sent(billing, received(random)).batch(it)));
            split(CALLS, random, round).forEach(it -> batches.add(website(it, received(random))));
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    /** All of them once, and in other rounds some of them once more. */
    private static List<List<String>> split(List<String> events, Random random, int round) {
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        int most = round == 0 ? shuffled.size() : shuffled.size() / 3;
        var parts = new ArrayList<List<String>>();
        for (int from = 0; from < most; ) {
            int to = Math.min(most, from + random.nextInt(1, 60));
            parts.add(shuffled.subList(from, to));
            from = to;
        }
        return parts;
    }

    private static Instant received(Random random) {
        return FIRST_RECEIVED.plus(Duration.ofMinutes(random.nextInt(LATEST_DAYS * 24 * 60)));
    }

    private Batch website(List<String> calls, Instant received) {
        byte[] body =
                ("{\"batch\":[" + String.join(",", calls).replace('\'', '"') + "]}").getBytes(StandardCharsets.UTF_8);
        return segment.read(website, ListedBody.of(body), null, received);
    }

    /** Each user is said to be of another account about once a week. */
    private static List<String> calls(long seed, int tracks) {
        var random = new Random(seed);
        var calls = new ArrayList<String>();
        for (int user = 0; user < Traffic.USERS; user++) {
            for (int day = 1 + random.nextInt(4); day < DAYS; day += 4 + random.nextInt(6)) {
                calls.add(
                        "{'type':'group','messageId':'g%d-%d','userId':'u%d','groupId':'a%d','timestamp':'2026-02-%02dT12:00:00Z'}"
                                .formatted(user, day, user, random.nextInt(Traffic.ACCOUNTS), day));
            }
        }
        for (int i = 0; i < tracks; i++) {
            calls.add(
                    "{'type':'track','messageId':'t%d','userId':'u%d','event':'%s','timestamp':'2026-02-%02dT%02d:%02d:00Z'}"
                            .formatted(
                                    i,
                                    random.nextInt(Traffic.USERS),
                                    Traffic.FEATURES[random.nextInt(Traffic.FEATURES.length)],
                                    1 + random.nextInt(DAYS - 1),
                                    random.nextInt(24),
                                    random.nextInt(60)));
        }
        return calls;
    }
}
