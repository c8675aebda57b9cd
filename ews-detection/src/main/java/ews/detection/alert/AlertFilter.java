package ews.detection.alert;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import org.jspecify.annotations.Nullable;

/** Which alerts to list; what is {@code null} does not matter. */
public record AlertFilter(
        AlertSelection selection,
        @Nullable AccountId account,
        @Nullable MemberId csm) {

    public static AlertFilter of(AlertSelection selection) {
        return new AlertFilter(selection, null, null);
    }
}
