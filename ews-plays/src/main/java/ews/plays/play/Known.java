package ews.plays.play;

import ews.plays.Keyed;
import ews.plays.play.Step.MessageStep.Via;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a play can name.
 *
 * @param watchLists by key
 * @param plays by key
 * @param members by email address, in lower case
 * @param segments by key
 * @param templates of emails, by key
 * @param slackChannels by name
 * @param webhooks by name
 */
record Known(
        Set<String> watchLists,
        Set<String> plays,
        Set<String> members,
        Set<String> segments,
        Set<String> templates,
        Set<String> slackChannels,
        Set<String> webhooks) {

    Set<String> receivers(Via via) {
        return switch (via) {
            case SLACK -> slackChannels;
            case WEBHOOK -> webhooks;
        };
    }

    /** With a play that may be new. */
    Known with(String play) {
        return new Known(watchLists, union(plays, Set.of(play)), members, segments, templates, slackChannels, webhooks);
    }

    /** What there is once a document with all configuration is applied: its segments are all that there are then. */
    Known once(JsonNode document) {
        return new Known(
                watchLists,
                union(plays, Keyed.keys(document, "plays")),
                members,
                Keyed.keys(document, "segments"),
                union(templates, Keyed.keys(document, "templates")),
                slackChannels,
                webhooks);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }
}
