package ews.plays.followup;

import ews.domain.account.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that nobody follows up.
 *
 * @param id of the run, the task or the account
 * @param title the play, the task; {@code null} for an account
 * @param why in a sentence for people
 * @param since {@code null} where nobody knows
 */
public record Gap(
        GapKind kind,
        AccountId account,
        String accountName,
        long id,
        @Nullable String title,
        String why,
        @Nullable LocalDate since) {}
