package ews.plays.checkin;

import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import ews.plays.calendar.CalendarEntries;
import ews.plays.calendar.CalendarEntry.OnDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The next check-ins with a member's accounts in their calendar, each on the day on which it is due. */
@Component
class CheckInCalendar implements CalendarEntries {

    private static final int DAYS_AHEAD = 90;
    /** Of who has more accounts than that, the calendar shows the most urgent. */
    private static final int MOST = 500;

    private final NextCheckIns next;
    private final OrganisationDays days;

    CheckInCalendar(NextCheckIns next, OrganisationDays days) {
        this.next = next;
        this.days = days;
    }

    @Override
    public List<OnDay> of(MemberId member, LocalDate from) {
        return next.due(member, days.today().plusDays(DAYS_AHEAD), 1, MOST).stream()
                .map(CheckInCalendar::entry)
                .filter(entry -> !entry.day().isBefore(from))
                .toList();
    }

    private static OnDay entry(NextCheckIn next) {
        return new OnDay(
                "check-in-" + next.account(),
                Objects.requireNonNull(next.due()),
                "Check in with " + next.accountName(),
                next.rule() + ".",
                "/accounts/%s/check-in".formatted(next.account()));
    }
}
