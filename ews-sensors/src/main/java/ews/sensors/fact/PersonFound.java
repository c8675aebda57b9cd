package ews.sensors.fact;

import ews.domain.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A user of an account who may be the person that is looked for.
 *
 * @param key by which sources know the user
 */
public record PersonFound(
        AccountId account,
        String accountName,
        long user,
        String key,
        @Nullable String name,
        @Nullable String email) {}
