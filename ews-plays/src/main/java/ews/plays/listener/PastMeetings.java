package ews.plays.listener;

import ews.domain.time.DayHasPassed;
import ews.plays.meeting.Meetings;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Logs the meetings of a day when it is over. */
@Component
class PastMeetings {

    private final Meetings meetings;

    PastMeetings(Meetings meetings) {
        this.meetings = meetings;
    }

    @ApplicationModuleListener
    void on(DayHasPassed passed) {
        meetings.logHeld();
    }
}
