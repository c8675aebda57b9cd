package ews.domain.account;

import ews.domain.event.SubscriptionStatus;
import ews.domain.member.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The paying (or trial) customer, with the current values that lists sort and filter by.
 *
 * @param key by which sources and the API know it
 * @param annualValue what the subscription is worth a year, in {@code currency}
 * @param parent the account that it is a part of
 * @param archived since when it is archived; {@code null} if it is not
 */
public record Account(
        AccountId id,
        String key,
        String name,
        @Nullable MemberId csm,
        @Nullable SubscriptionStatus status,
        @Nullable String stage,
        @Nullable String plan,
        @Nullable String product,
        @Nullable Integer seats,
        @Nullable BigDecimal annualValue,
        @Nullable String currency,
        @Nullable LocalDate renewal,
        @Nullable LocalDate cancelled,
        LocalDate firstSeen,
        boolean sample,
        @Nullable AccountId parent,
        @Nullable Instant archived) {

    public boolean isArchived() {
        return archived != null;
    }
}
