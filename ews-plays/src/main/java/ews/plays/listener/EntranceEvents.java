package ews.plays.listener;

import ews.domain.score.BandChanged;
import ews.domain.segment.SegmentChanged;
import ews.domain.time.DayHasPassed;
import ews.plays.entry.Calls;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Calls accounts into plays because of what happened to them. Moves of health and between segments are noted in the
 * transaction that scores, by one statement each that finds nothing where no play asks: many change on a day, and a
 * publication to be kept for each would cost more than the score.
 */
@Component
class EntranceEvents {

    private final Calls calls;

    EntranceEvents(Calls calls) {
        this.calls = calls;
    }

    @EventListener
    void on(BandChanged changed) {
        calls.ofHealth(changed.account(), changed.from(), changed.to());
    }

    @EventListener
    void on(SegmentChanged changed) {
        calls.ofSegment(changed.account(), changed.to());
    }

    @ApplicationModuleListener
    void on(DayHasPassed passed) {
        calls.ofMilestones();
    }
}
