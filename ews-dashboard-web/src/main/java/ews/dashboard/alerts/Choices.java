package ews.dashboard.alerts;

import java.time.LocalDate;

/**
 * The days to choose from when an alert is put aside.
 *
 * @param first the earliest possible
 * @param usual what is filled in
 */
record Choices(LocalDate first, LocalDate usual, LocalDate last) {

    static Choices of(LocalDate today) {
        return new Choices(today.plusDays(1), today.plusDays(7), today.plusDays(365));
    }
}
