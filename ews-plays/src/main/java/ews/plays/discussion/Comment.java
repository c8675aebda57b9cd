package ews.plays.discussion;

import ews.domain.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said.
 *
 * @param member who said it; {@code null} once that member is gone
 * @param author their name, as it was then
 * @param text plain, with addresses and mentions as they were typed
 * @param editedAt when it was last changed; {@code null} if never
 */
public record Comment(
        CommentId id,
        Topic topic,
        @Nullable MemberId member,
        String author,
        String text,
        Instant writtenAt,
        @Nullable Instant editedAt) {

    /** How long its author can change it or take it back; after that others may have acted on it. */
    public static final Duration CHANGEABLE = Duration.ofMinutes(15);

    public boolean isEdited() {
        return editedAt != null;
    }

    /** Whether the member can still change it or take it back. */
    public boolean isChangeableBy(MemberId who, Instant now) {
        return who.equals(member) && isRecent(now);
    }

    boolean isRecent(Instant now) {
        return now.isBefore(writtenAt.plus(CHANGEABLE));
    }
}
