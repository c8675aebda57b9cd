package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * An account has another CSM.
 *
 * @param by who decided it; {@code null} if another system did
 * @param tasks how many open tasks moved along
 */
public record AccountAssigned(
        AccountId account, MemberId csm, @Nullable MemberId by, int tasks) {}
