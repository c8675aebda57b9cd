package ews.detection.preview;

import ews.domain.account.AccountId;
import ews.domain.score.Band;
import ews.domain.score.Points;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account today.
 *
 * @param alertedBy the rules that have an alert of it that has not ended
 */
record Present(
        AccountId account,
        String name,
        @Nullable String csm,
        @Nullable BigDecimal value,
        @Nullable String currency,
        Band band,
        @Nullable Points score,
        Set<Integer> alertedBy) {}
