package ews.domain.play;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody mentioned a member in a comment on an account. A comment mentions a member once, also if it is edited.
 *
 * @param run that the comment is about; {@code null} if about none
 * @param alert that the comment is about; {@code null} if about none
 * @param text of the whole comment
 */
public record Mentioned(
        MemberId member,
        Actor by,
        AccountId account,
        @Nullable RunId run,
        @Nullable AlertId alert,
        long comment,
        String text) {}
