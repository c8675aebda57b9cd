package ews.dashboard.plays.editor;

import java.util.Set;

/**
 * What the play can name.
 *
 * @param watchLists by key
 * @param plays by key
 * @param members by email address
 * @param segments by key
 * @param templates of emails, by key
 * @param receivers of messages, by the way and the name: {@code SLACK:cs-team}
 */
record Choices(
        Set<String> watchLists,
        Set<String> plays,
        Set<String> members,
        Set<String> segments,
        Set<String> templates,
        Set<String> receivers) {}
