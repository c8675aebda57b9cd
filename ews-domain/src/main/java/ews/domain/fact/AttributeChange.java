package ews.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An attribute of the account got a value; {@code null} clears it. */
public record AttributeChange(
        Instant at,
        LocalDate day,
        long key,
        String name,
        @Nullable String value) implements Change {}
