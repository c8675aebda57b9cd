package ews.plays.channel;

import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import ews.domain.configuration.ConfigurationPart;
import ews.plays.Fields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Slack channels hear of, in the document with all configuration. Their addresses are secrets and in no file, so a
 * channel has to be there already; those that the document does not name stay as they are.
 */
@Component
@Order(5)
class SlackPart implements ConfigurationPart {

    /** More than anybody can read. */
    private static final int MOST = 200;

    private static final String CHANNELS = "slackChannels";
    private static final String NAME = "name";
    private static final String ENABLED = "enabled";
    private static final String EVENTS = "events";
    private static final List<String> FIELDS = List.of(NAME, ENABLED, EVENTS);

    private final SlackChannels channels;

    SlackPart(SlackChannels channels) {
        this.channels = channels;
    }

    private record Wanted(SlackChannel channel, boolean enabled, Set<WebhookEvent> events) {}

    @Override
    public String field() {
        return CHANNELS;
    }

    @Override
    public ArrayNode now() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (SlackChannel it : channels.all()) {
            ObjectNode node = list.addObject().put(NAME, it.name()).put(ENABLED, it.enabled());
            ArrayNode events = node.putArray(EVENTS);
            it.events().stream().map(WebhookEvent::code).forEach(events::add);
        }
        return list;
    }

    @Override
    public Set<String> keys(JsonNode document) {
        return Set.of();
    }

    @Override
    public List<String> problems(JsonNode document) {
        var problems = new ArrayList<String>();
        read(document, problems);
        return problems;
    }

    private List<Wanted> read(JsonNode document, List<String> problems) {
        Map<String, SlackChannel> now =
                channels.all().stream().collect(Collectors.toMap(SlackChannel::name, Function.identity()));
        var read = new LinkedHashMap<String, Wanted>();
        for (Fields fields : Fields.each(document, CHANNELS, MOST, problems, FIELDS)) {
            Optional<SlackChannel> channel = fields.text(NAME).flatMap(it -> channel(it, now, fields));
            Optional<Boolean> enabled = fields.truth(ENABLED);
            Optional<Set<WebhookEvent>> events = fields.texts(EVENTS).flatMap(it -> events(it, fields));
            if (channel.isPresent()
                    && enabled.isPresent()
                    && events.isPresent()
                    && read.put(channel.get().name(), new Wanted(channel.get(), enabled.get(), events.get())) != null) {
                fields.wrong(NAME, "another Slack channel has this name");
            }
        }
        return List.copyOf(read.values());
    }

    private static Optional<SlackChannel> channel(String name, Map<String, SlackChannel> now, Fields fields) {
        SlackChannel channel = now.get(name);
        if (channel == null) {
            fields.wrong(
                    NAME,
                    "there is no Slack channel \"%s\"; add it under Setup → Slack first, since its address is a secret and in no file"
                            .formatted(name));
        }
        return Optional.ofNullable(channel);
    }

    private static Optional<Set<WebhookEvent>> events(List<String> codes, Fields fields) {
        Map<String, WebhookEvent> known =
                Stream.of(WebhookEvent.values()).collect(Collectors.toMap(WebhookEvent::code, Function.identity()));
        var events = EnumSet.noneOf(WebhookEvent.class);
        for (String code : codes) {
            WebhookEvent event = known.get(code);
            if (event == null) {
                fields.wrong(
                        EVENTS,
                        "there is no event \"%s\"; use %s"
                                .formatted(
                                        code,
                                        Stream.of(WebhookEvent.values())
                                                .map(WebhookEvent::code)
                                                .collect(Collectors.joining(", "))));
                return Optional.empty();
            }
            events.add(event);
        }
        return Optional.of(events);
    }

    @Override
    public List<Change> changes(JsonNode document) {
        return read(document, new ArrayList<>()).stream()
                .flatMap(SlackPart::changes)
                .toList();
    }

    private static Stream<Change> changes(Wanted wanted) {
        SlackChannel now = wanted.channel();
        List<String> events = now.events().equals(wanted.events())
                ? List.of()
                : List.of("Hears of: %s; it was: %s".formatted(said(wanted.events()), said(now.events())));
        if (now.enabled() != wanted.enabled()) {
            return Stream.of(change(wanted.enabled() ? Kind.SWITCHED_ON : Kind.SWITCHED_OFF, now, events));
        }
        return events.isEmpty() ? Stream.empty() : Stream.of(change(Kind.CHANGED, now, events));
    }

    private static Change change(Kind kind, SlackChannel channel, List<String> details) {
        return new Change(kind, Subject.SLACK_CHANNEL, channel.name(), channel.name(), details);
    }

    private static String said(Set<WebhookEvent> events) {
        return events.isEmpty()
                ? "nothing but what plays write"
                : events.stream().map(WebhookEvent::label).collect(Collectors.joining(", "));
    }

    @Override
    public void apply(JsonNode document, String reason, Actor actor) {
        for (Wanted it : read(document, new ArrayList<>())) {
            if (!it.channel().events().equals(it.events())) {
                channels.change(it.channel().id(), it.channel().name(), null, it.events(), actor);
            }
            channels.enable(it.channel().id(), it.enabled(), actor);
        }
    }
}
