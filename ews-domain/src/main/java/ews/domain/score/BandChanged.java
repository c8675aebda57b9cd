package ews.domain.score;

import ews.domain.account.AccountId;
import java.time.LocalDate;

/** An account's health moved to another band. */
public record BandChanged(AccountId account, LocalDate day, Band from, Band to) {}
