package ews.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far the account had got towards a business goal at a time. */
public record OutcomeProgress(
        Instant at,
        LocalDate day,
        long key,
        String goal,
        double value,
        @Nullable Double target) implements Change {}
