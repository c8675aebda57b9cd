package ews.domain.play;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import org.jspecify.annotations.Nullable;

/** A play started on an account, because of an alert or by hand. */
public record RunStarted(
        RunId run, AccountId account, @Nullable AlertId alert, String play) {}
