package ews.detection.alert;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day on which the condition of an alert held.
 *
 * @param title what was found then, in one sentence
 * @param value how far it had gone, in the unit of the evidence's severity; {@code null} where it knows no degrees
 * @param worseAt from where on it would have been worse than that
 */
public record Occurrence(
        LocalDate day,
        String title,
        @Nullable Double value,
        @Nullable Double worseAt) {}
