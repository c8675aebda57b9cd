package ews.plays.play;

import java.util.Set;

/**
 * What a play can name.
 *
 * @param watchLists by key
 * @param plays by key
 * @param members by email address, in lower case
 * @param segments by key
 * @param templates of emails, by key
 */
record Known(
        Set<String> watchLists, Set<String> plays, Set<String> members, Set<String> segments, Set<String> templates) {}
