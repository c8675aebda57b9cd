package ews.plays.play;

import ews.domain.account.SegmentKeys;
import ews.domain.member.Members;
import ews.plays.channel.SlackChannel;
import ews.plays.channel.SlackChannels;
import ews.plays.channel.Webhook;
import ews.plays.channel.Webhooks;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import ews.plays.watchlist.WatchList;
import ews.plays.watchlist.WatchLists;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What there is that plays can name. */
@Component
class PlayNames {

    private final WatchLists watchLists;
    private final Members members;
    private final SegmentKeys segments;
    private final Templates templates;
    private final SlackChannels slackChannels;
    private final Webhooks webhooks;

    PlayNames(
            WatchLists watchLists,
            Members members,
            SegmentKeys segments,
            Templates templates,
            SlackChannels slackChannels,
            Webhooks webhooks) {
        this.watchLists = watchLists;
        this.members = members;
        this.segments = segments;
        this.templates = templates;
        this.slackChannels = slackChannels;
        this.webhooks = webhooks;
    }

    /** @param plays the keys of all plays, that of the one in question included */
    Known known(Set<String> plays) {
        return new Known(
                all(watchLists.all(), WatchList::key),
                plays,
                all(members.all(), it -> it.email().toLowerCase(Locale.ROOT)),
                segments.names().keySet(),
                all(templates.all(), Template::key),
                all(slackChannels.all(), SlackChannel::name),
                all(webhooks.all(), Webhook::name));
    }

    private static <T> Set<String> all(Collection<T> things, Function<T, String> name) {
        return things.stream().map(name).collect(Collectors.toSet());
    }
}
