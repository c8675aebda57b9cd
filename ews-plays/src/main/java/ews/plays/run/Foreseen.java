package ews.plays.run;

import ews.plays.play.NumberedStep;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a step would do.
 *
 * @param day when it would be due, or done; {@code null} for a step of a branch that would not be taken
 * @param who for whom a task would be, or to whom an email would go
 * @param subject of the text
 * @param text that somebody would read
 * @param note what is assumed, or stands in the way
 */
public record Foreseen(
        NumberedStep step,
        @Nullable LocalDate day,
        @Nullable String who,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String note) {

    /** Whether it would be taken. */
    public boolean isTaken() {
        return day != null;
    }
}
