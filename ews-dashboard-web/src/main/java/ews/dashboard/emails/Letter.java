package ews.dashboard.emails;

import ews.plays.email.Merged;
import java.util.List;

/**
 * An email as it will read.
 *
 * @param html safe to stand in a page; its links open elsewhere, so that nobody loses what they are writing
 * @param missing the merge fields that are still in it
 */
public record Letter(String subject, String html, List<String> missing) {

    /** As {@link ews.plays.email.EmailHtml} begins each link. */
    private static final String LINK = "<a rel=\"nofollow\" ";

    private static final String LINK_ELSEWHERE = "<a target=\"_blank\" rel=\"noopener noreferrer nofollow\" ";

    public static Letter of(Merged merged) {
        return new Letter(merged.subject(), merged.html().replace(LINK, LINK_ELSEWHERE), merged.missing());
    }

    /** Without what is missing, where something else must be said first. */
    public Letter alone() {
        return new Letter(subject, html, List.of());
    }
}
