package ews.plays.task;

import java.time.LocalDate;

/** A task gets another due day, or keeps the one that it has. */
public record Move(TaskId task, String title, LocalDate from, LocalDate to) {

    public boolean isMove() {
        return !from.equals(to);
    }
}
