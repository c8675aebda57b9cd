package ews.domain.fact;

import java.time.Instant;
import java.time.LocalDate;

/** An e-mail, call or meeting with somebody at the account. */
public record Touch(Instant at, LocalDate day, long key) implements Change {}
