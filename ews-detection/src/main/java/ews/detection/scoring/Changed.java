package ews.detection.scoring;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Why an account waits for scoring.
 *
 * @param fromDay the earliest day whose facts changed
 * @param receivedAt when the first of the changes was received
 */
record Changed(LocalDate fromDay, Instant receivedAt) {

    Changed and(Changed other) {
        return new Changed(
                fromDay.isBefore(other.fromDay) ? fromDay : other.fromDay,
                receivedAt.isBefore(other.receivedAt) ? receivedAt : other.receivedAt);
    }
}
