package ews.sensors.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.sensors.Sent;
import ews.sensors.intake.IntakeUnavailable;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.SourceLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

    private static final Source SOURCE = new Source(
            new SourceId(1), "Product", "abcd", Set.of(), false, Instant.EPOCH, null, null, SourceLimits.NONE);

    private final WaitingRoom room = new WaitingRoom(10);

    @Test
    void handsOutTogetherWhatWaitsTogether() throws InterruptedException {
        Pending first = pending(3);
        Pending second = pending(4);
        Pending third = pending(3);
        room.enter(first);
        room.enter(second);
        room.enter(third);

        assertThat(room.next(7)).containsExactly(first, second);
        assertThat(room.next(7)).containsExactly(third);
        assertThat(room.size()).isZero();
    }

    @Test
    void refusesWhoeverIsTooManyAndSaysWhenToComeAgain() throws InterruptedException {
        room.enter(pending(8));

        assertThatThrownBy(() -> room.enter(pending(3)))
                .isInstanceOfSatisfying(
                        IntakeUnavailable.class,
                        it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofSeconds(1)));

        room.next(100);
        room.enter(pending(3));
        assertThat(room.size()).isEqualTo(3);
    }

    @Test
    void takesABatchThatIsLargerThanTheRoomWhenItIsAlone() throws InterruptedException {
        Pending large = pending(50);
        room.enter(large);

        assertThat(room.next(7)).containsExactly(large);
    }

    @Test
    void servesThoseInsideWhenItCloses() throws InterruptedException {
        Pending inside = pending(1);
        room.enter(inside);
        room.close();

        assertThatThrownBy(() -> room.enter(pending(1))).isInstanceOf(IntakeUnavailable.class);
        assertThat(room.next(7)).containsExactly(inside);
        assertThat(room.next(7)).isEmpty();
    }

    private static Pending pending(int events) {
        return new Pending(Sent.by(SOURCE).batch(Collections.nCopies(events, "{}")));
    }
}
