package ews.domain.alert;

import ews.domain.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A rule found a business event for an account that had no open alert of that rule.
 *
 * @param title what happened, in one sentence
 * @param play the key of the play that the rule starts; {@code null} if it starts none
 */
public record AlertRaised(
        AlertId alert,
        AccountId account,
        String rule,
        String title,
        @Nullable String play) {}
