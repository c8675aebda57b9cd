package ews.domain.fact;

import java.time.LocalDate;

/** Consecutive days, both ends included. */
public record Days(LocalDate first, LocalDate last) {

    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The last day %s is before the first %s".formatted(last, first));
        }
    }

    /** The {@code count} days that end with {@code last}. */
    public static Days endingWith(LocalDate last, int count) {
        return new Days(last.minusDays(count - 1L), last);
    }

    /** As many days, immediately before these. */
    public Days before() {
        return endingWith(first.minusDays(1), length());
    }

    public int length() {
        return Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
