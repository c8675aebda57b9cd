package ews.domain.play;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import org.jspecify.annotations.Nullable;

/** A run was given up before its end, for a reason that a person gave; an alert behind it waits for somebody again. */
public record RunCancelled(
        RunId run, AccountId account, @Nullable AlertId alert, String reason) {}
