package ews.plays.task;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has a task now who did not have it.
 *
 * @param run that made it; {@code null} if a person gave it to them
 * @param by who gave it to them; {@code null} if EWS did
 */
public record TaskAssigned(
        TaskId task,
        AccountId account,
        @Nullable RunId run,
        String title,
        MemberId to,
        @Nullable MemberId by) {}
