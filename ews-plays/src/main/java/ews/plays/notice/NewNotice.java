package ews.plays.notice;

import ews.domain.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member may be told of.
 *
 * @param key two of the same key for a member are one
 * @param account whom it is about, whose name need not be in the text; {@code null} if about none
 * @param text what happened, in one line
 * @param path of the page where they see more, from {@code /}
 */
public record NewNotice(
        NoticeKind kind, String key, @Nullable AccountId account, String text, String path) {

    private static final int LONGEST = 300;

    public NewNotice {
        text = text.replaceAll("\\s+", " ").strip();
        text = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
