package ews.domain.play;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import org.jspecify.annotations.Nullable;

/** A run ended with an outcome: its code, as {@code saved} or {@code lost}. */
public record RunFinished(
        RunId run, AccountId account, @Nullable AlertId alert, String outcome) {}
