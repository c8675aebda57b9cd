package ews.plays.calendar;

import ews.domain.member.MemberId;
import java.time.LocalDate;
import java.util.List;

/** One kind of thing that stands in members' calendars. Every bean of this type is asked. */
public interface CalendarEntries {

    /** What the member has to do from this day on; what is overdue may be there, too. */
    List<? extends CalendarEntry> of(MemberId member, LocalDate from);
}
