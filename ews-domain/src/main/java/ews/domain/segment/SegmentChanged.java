package ews.domain.segment;

import ews.domain.account.AccountId;
import java.time.LocalDate;

/** An account that was in a segment is in another one, by the ids of the segments. */
public record SegmentChanged(AccountId account, LocalDate day, int from, int to) {}
