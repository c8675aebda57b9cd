package ews.plays.task;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import org.jspecify.annotations.Nullable;

/** Which tasks to list; what is {@code null} does not matter. */
public record TaskFilter(
        @Nullable TaskStatus status,
        @Nullable MemberId assignee,
        @Nullable AccountId account) {}
