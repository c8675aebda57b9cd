package ews.plays.review;

import ews.domain.member.MemberId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * One pass of one member over a watch list in one week. It can be gone on with until the week is over.
 *
 * @param list the key of the watch list
 * @param listName as the list was called
 * @param whose whose accounts of it: {@code all}, {@code none}, or the id of a member
 * @param week the Monday
 * @param accounts how many are to be looked at
 * @param reviewed how many were looked at and not flagged
 */
public record Review(
        ReviewId id,
        MemberId member,
        String memberName,
        String list,
        String listName,
        String whose,
        LocalDate week,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int accounts,
        int reviewed,
        int flagged) {

    /** How many have been looked at. */
    public int marked() {
        return reviewed + flagged;
    }

    public int left() {
        return accounts - marked();
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** Whether marks can still be made. */
    public boolean isOfWeek(LocalDate today) {
        return week.equals(weekOf(today));
    }

    static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
