package ews.plays.play;

import ews.plays.play.Step.MessageStep.Via;
import java.util.Set;

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
}
