package ews.plays.email;

import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import ews.domain.configuration.ConfigurationPart;
import ews.plays.Fields;
import ews.plays.Keyed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Templates of emails in the document with all configuration. Those that it does not name stay as they are. */
@Component
@Order(1)
class TemplatePart implements ConfigurationPart {

    /** More than anybody can know. */
    static final int MOST = 200;

    private static final String TEMPLATES = "templates";
    private static final String NAME = "name";
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final List<String> FIELDS = List.of(Keyed.KEY, NAME, SUBJECT, TEXT);

    private static final Keyed<Template> KEYED = new Keyed<>(TEMPLATES, "template", Template::key, Template::name);

    private final Templates templates;

    TemplatePart(Templates templates) {
        this.templates = templates;
    }

    @Override
    public String field() {
        return TEMPLATES;
    }

    @Override
    public ArrayNode now() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        templates.all().stream()
                .sorted(Comparator.comparing(Template::key))
                .forEach(it -> list.addObject()
                        .put(Keyed.KEY, it.key())
                        .put(NAME, it.name())
                        .put(SUBJECT, it.subject())
                        .put(TEXT, it.body()));
        return list;
    }

    @Override
    public Set<String> keys(JsonNode document) {
        return KEYED.keysWith(document, templates.all());
    }

    @Override
    public List<String> problems(JsonNode document) {
        var problems = new ArrayList<String>();
        Map<String, Template> wanted = read(document, problems);
        problems.addAll(KEYED.problems(wanted, document.has(TEMPLATES) ? templates.all() : List.of()));
        wanted.forEach((place, template) -> {
            try {
                TemplateCheck.check(template);
            } catch (InvalidTemplate e) {
                e.problems().forEach(it -> problems.add("%s: %s".formatted(place, it)));
            }
        });
        return problems;
    }

    /** By their places. */
    private static Map<String, Template> read(JsonNode document, List<String> problems) {
        var read = new LinkedHashMap<String, Template>();
        for (Fields fields : Fields.each(document, TEMPLATES, MOST, problems, FIELDS)) {
            Optional<String> key = fields.text(Keyed.KEY);
            Optional<String> name = fields.text(NAME);
            Optional<String> subject = fields.text(SUBJECT);
            Optional<String> text = fields.text(TEXT);
            if (key.isPresent() && name.isPresent() && subject.isPresent() && text.isPresent()) {
                read.put(fields.place(), new Template(key.get(), name.get(), subject.get(), text.get(), 0).tidy());
            }
        }
        return read;
    }

    private static Collection<Template> wanted(JsonNode document) {
        return read(document, new ArrayList<>()).values();
    }

    @Override
    public List<Change> changes(JsonNode document) {
        Map<String, Template> now = KEYED.byKey(templates.all());
        return wanted(document).stream()
                .flatMap(it -> change(now.getOrDefault(it.key(), new Template(it.key(), "", "", "", 0)), it).stream())
                .toList();
    }

    private static Optional<Change> change(Template before, Template after) {
        boolean added = before.name().isEmpty();
        List<String> details =
                added ? List.of("Subject “%s”".formatted(after.subject())) : TemplateChanges.between(before, after);
        return details.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(
                        added ? Kind.ADDED : Kind.CHANGED, Subject.TEMPLATE, after.key(), after.name(), details));
    }

    @Override
    public void apply(JsonNode document, String reason, Actor actor) {
        Map<String, Template> now = KEYED.byKey(templates.all());
        for (Template it : KEYED.inOrder(wanted(document), now.values())) {
            int version = Optional.ofNullable(now.get(it.key()))
                    .map(Template::version)
                    .orElse(0);
            templates.save(new Template(it.key(), it.name(), it.subject(), it.body(), version), reason, actor);
        }
    }
}
