package ews.domain.account;

import ews.domain.event.SubscriptionStatus;
import ews.domain.member.MemberId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The paying (or trial) customer, with the current values that lists sort and filter by.
 *
 * @param key by which sources and the API know it
 * @param annualValue what the subscription is worth a year, in {@code currency}
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
        boolean sample) {}
