package ews.dashboard.plays.editor;

import ews.dashboard.plays.editor.PlayForm.Details;
import ews.dashboard.setup.Fields;
import ews.dashboard.setup.Vocabulary;
import ews.domain.account.SegmentKeys;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.score.Band;
import ews.plays.channel.SlackChannels;
import ews.plays.channel.Webhooks;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import ews.plays.play.AssigneeRole;
import ews.plays.play.Due;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step.MessageStep.Via;
import ews.plays.watchlist.WatchList;
import ews.plays.watchlist.WatchLists;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Reads forms of plays, and gives the page what can be chosen in them. */
@Component
class PlayForms {

    private final WatchLists watchLists;
    private final Plays plays;
    private final Members members;
    private final SegmentKeys segments;
    private final Templates templates;
    private final SlackChannels slackChannels;
    private final Webhooks webhooks;
    private final Vocabulary vocabulary;

    PlayForms(
            WatchLists watchLists,
            Plays plays,
            Members members,
            SegmentKeys segments,
            Templates templates,
            SlackChannels slackChannels,
            Webhooks webhooks,
            Vocabulary vocabulary) {
        this.watchLists = watchLists;
        this.plays = plays;
        this.members = members;
        this.segments = segments;
        this.templates = templates;
        this.slackChannels = slackChannels;
        this.webhooks = webhooks;
        this.vocabulary = vocabulary;
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Details> read(PlayForm form, Fields fields) {
        return form.read(fields, choices());
    }

    Choices choices() {
        return new Choices(
                watchLists.all().stream().map(WatchList::key).collect(Collectors.toSet()),
                plays.all().stream().map(Play::key).collect(Collectors.toSet()),
                members().stream().map(Member::email).collect(Collectors.toSet()),
                segments.names().keySet(),
                templates.all().stream().map(Template::key).collect(Collectors.toSet()),
                receivers().keySet());
    }

    private List<Member> members() {
        return members.all().stream().filter(Member::active).toList();
    }

    void addTo(Model model, PlayForm form, Fields fields) {
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("units", Due.Unit.values());
        model.addAttribute("starts", Due.From.values());
        model.addAttribute("roles", AssigneeRole.values());
        model.addAttribute("kinds", StepKind.values());
        model.addAttribute("lists", labels(watchLists.all(), WatchList::key, WatchList::name));
        model.addAttribute("others", labels(plays.all(), Play::key, Play::name));
        model.addAttribute("receivers", receivers());
        model.addAttribute("templates", labels(templates.all(), Template::key, Template::name));
        model.addAttribute("emails", labels(members(), Member::email, Member::name));
        if (!model.containsAttribute("focused")) {
            model.addAttribute("focused", -1);
        }
        model.addAttribute("segments", segments.names());
        model.addAttribute("allBands", Band.values());
        model.addAttribute("oftens", EntryFields.Often.values());
        vocabulary.addTo(model);
    }

    /** Where messages can go: by what the form sends, as people read it. */
    private Map<String, String> receivers() {
        var receivers = new LinkedHashMap<String, String>();
        slackChannels.all().forEach(it -> receivers.put(Via.SLACK.name() + ":" + it.name(), "Slack: " + it.name()));
        webhooks.all().forEach(it -> receivers.put(Via.WEBHOOK.name() + ":" + it.name(), "Webhook: " + it.name()));
        return receivers;
    }

    private static <T> Map<String, String> labels(
            List<T> options, Function<T, String> value, Function<T, String> label) {
        var labels = new LinkedHashMap<String, String>();
        options.forEach(it -> labels.put(value.apply(it), label.apply(it)));
        return labels;
    }
}
