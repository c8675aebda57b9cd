package ews.plays.checkin;

import ews.domain.account.AccountId;
import java.time.Instant;

/**
 * A periodic touch that took place, or was tried.
 *
 * @param author who did it, by the name of then
 */
public record CheckIn(long id, AccountId account, Instant time, String author, CheckInResult result, String note) {}
