package ews.domain.play;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A run ended with an outcome.
 *
 * @param note what the person who told the outcome wrote about it
 * @param by who told the outcome
 */
public record RunFinished(
        RunId run, AccountId account, @Nullable AlertId alert, Outcome outcome, String note, Actor by) {}
