package ews.detection.suggestion;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What there was in a period to learn from or to judge by.
 *
 * @param from the first day that was looked at; {@code null} if the past known is too short for any
 * @param until the last day that was looked at
 * @param accounts how many were looked at
 * @param cancellations how many of them there was time to warn of
 */
public record Span(@Nullable LocalDate from, @Nullable LocalDate until, int accounts, int cancellations) {}
