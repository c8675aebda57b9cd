package ews.domain.time;

import java.time.LocalDate;

/** A day of the organisation is over. Published once per local day, however many instances run. */
public record DayHasPassed(LocalDate day) {}
