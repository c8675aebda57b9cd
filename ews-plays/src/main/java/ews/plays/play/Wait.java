package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ews.domain.segment.Condition;
import ews.domain.time.WorkingDays;
import java.time.LocalDate;

/** How long a run waits before its next step. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "for")
@JsonSubTypes({
    @Type(name = "time", value = Wait.Time.class),
    @Type(name = "tasks", value = Wait.Tasks.class),
    @Type(name = "condition", value = Wait.Facts.class)
})
public sealed interface Wait {

    /** For how long at most. */
    int days();

    Due.Unit unit();

    /** In words: {@code wait 5 working days}. */
    String text();

    /** The day on which it is over at the latest, counted from the day on which the run came to it. */
    default LocalDate end(LocalDate since, WorkingDays workingDays) {
        return switch (unit()) {
            case WORKING_DAYS -> workingDays.after(since, days());
            case CALENDAR_DAYS -> since.plusDays(days());
        };
    }

    /** Until the days are over. */
    record Time(int days, Due.Unit unit) implements Wait {

        @Override
        public String text() {
            return "wait " + unit.say(days);
        }
    }

    /** Until all tasks that the run has made so far are done or skipped. */
    record Tasks(int days, Due.Unit unit) implements Wait {

        @Override
        public String text() {
            return "wait until all tasks are done, at most " + unit.say(days);
        }
    }

    /** Until the account's facts are so, as they stand when a day begins. */
    record Facts(Condition condition, int days, Due.Unit unit) implements Wait {

        @Override
        public String text() {
            return "wait until %s, at most %s".formatted(condition.text(), unit.say(days));
        }
    }
}
