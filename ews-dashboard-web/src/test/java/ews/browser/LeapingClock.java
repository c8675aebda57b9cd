package ews.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on like any other, but from the moment to which a test let it leap. */
public final class LeapingClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public void leapTo(Instant moment) {
        ahead = Duration.between(Instant.now(), moment);
    }

    /** Back to what all other clocks say. */
    public void comeBack() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
