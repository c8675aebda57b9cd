package ews.plays.review;

import ews.domain.account.AccountId;
import java.time.Instant;

/** An account that a member wants the manager to see, and why. */
public record Flag(
        ReviewId review,
        AccountId account,
        String accountName,
        String memberName,
        String list,
        String note,
        Instant at) {}
