package ews.detection.preview;

import ews.domain.account.AccountId;
import ews.domain.score.HealthScore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one account's health was, or would have been, on the dates of a back-test.
 *
 * @param scores by date; {@code null} where the account is not looked at: it was not there yet, had cancelled, or belonged
 *     to a segment whose profile stays as it is
 * @param cancellations by date, the first one after it; {@code null} where it has not cancelled since
 */
record PastHealth(AccountId account, List<@Nullable HealthScore> scores, List<@Nullable LocalDate> cancellations) {}
