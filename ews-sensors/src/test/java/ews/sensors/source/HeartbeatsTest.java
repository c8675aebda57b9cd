package ews.sensors.source;

import static ews.sensors.Sent.usage;
import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.domain.event.EventType;
import ews.domain.time.OrganisationDays;
import ews.sensors.Sent;
import ews.sensors.intake.EventIntake;
import ews.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class HeartbeatsTest {

    private static final String TICKET =
            "{'type':'support','id':'t-%s','time':'%s','account':'acme','ticket':'Z-1','status':'open'}";

    @Autowired
    private Heartbeats heartbeats;

    @Autowired
    private EventIntake intake;

    @Autowired
    private Sources sources;

    @Autowired
    private OrganisationDays days;

    private Source product;
    private Instant now;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        product = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .source();
        now = days.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void aSourceThatSendsDailyIsSilentAfterThirtyHours() {
        sendsUsage(31, 55, 79, 103, 127);

        assertThat(heartbeats.silences())
                .containsExactly(new Silence(product.id(), "Product", EventType.USAGE, hoursAgo(31), 1, false));
    }

    @Test
    void aSourceThatWasHeardSinceIsNot() {
        sendsUsage(29, 53, 77, 101, 125);

        assertThat(heartbeats.silences()).isEmpty();
    }

    @Test
    void aPauseAsLongAsAlwaysIsNoSilence() {
        int day = 24;
        sendsUsage(3 * day, 4 * day, 5 * day, 8 * day, 9 * day); // a weekend between

        assertThat(heartbeats.silences()).isEmpty();
    }

    @Test
    void whoWasHeardOnAFewDaysOnlyHasNoHabitYet() {
        sendsUsage(100, 124, 148);

        assertThat(heartbeats.silences()).isEmpty();
    }

    @Test
    void oneKindOfEventsMayBeMissingAloneAndRepeatedOnesAreASignOfLife() {
        sendsUsage(10, 34, 58, 82);
        for (int hours : new int[] {58, 82, 106, 130}) {
            String at = hoursAgo(hours).toString();
            intake.accept(Sent.by(product).at(at).batch(TICKET.formatted(hours, at)));
        }
        assertThat(heartbeats.silences()).extracting(Silence::type).containsExactly(EventType.SUPPORT);

        intake.accept(Sent.by(product).at(now.toString()).batch(TICKET.formatted(58, hoursAgo(58))));

        assertThat(heartbeats.silences()).isEmpty();
    }

    @Test
    void nobodyWaitsForASourceWhoseKeyWasRevoked() {
        sendsUsage(31, 55, 79, 103, 127);
        sources.revoke(product.id(), Actor.SYSTEM);

        assertThat(heartbeats.silences()).isEmpty();
    }

    private void sendsUsage(int... hours) {
        for (int ago : hours) {
            String at = hoursAgo(ago).toString();
            intake.accept(Sent.by(product).at(at).batch(usage("u-" + ago, at, "acme", "u1", "report")));
        }
    }

    private Instant hoursAgo(int hours) {
        return now.minus(Duration.ofHours(hours));
    }
}
