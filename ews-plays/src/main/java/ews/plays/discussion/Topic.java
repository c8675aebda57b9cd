package ews.plays.discussion;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.play.RunId;
import org.jspecify.annotations.Nullable;

/**
 * What is discussed: one run of an account, one alert of it, or the account as such.
 *
 * @param run {@code null} if it is about none
 * @param alert {@code null} if it is about none
 */
public record Topic(
        AccountId account, @Nullable RunId run, @Nullable AlertId alert) {

    public static Topic of(AccountId account) {
        return new Topic(account, null, null);
    }

    public static Topic of(AccountId account, RunId run) {
        return new Topic(account, run, null);
    }

    public static Topic of(AccountId account, AlertId alert) {
        return new Topic(account, null, alert);
    }
}
