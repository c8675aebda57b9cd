package ews.detection.configuration;

import ews.detection.rule.Audience;
import ews.detection.rule.Nature;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.RuleKind;
import ews.domain.metric.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells two definitions of a rule apart, field by field, in sentences without a full stop. */
public final class RuleChanges {

    private final List<String> sentences = new ArrayList<>();

    private RuleChanges() {}

    /**
     * What is different.
     *
     * @param segmentName the name of the segment with a key
     */
    public static List<String> between(RuleDefinition before, RuleDefinition after, UnaryOperator<String> segmentName) {
        var changes = new RuleChanges();
        changes.say("Is called %s, it was %s", before.name(), after.name());
        changes.say("Is %s, it was %s", said(before.nature()), said(after.nature()));
        changes.look(before.kind(), after.kind());
        changes.audience(before.audience(), after.audience(), segmentName);
        changes.say("Must hold on %s in a row, it was %s", days(before.dwellDays()), days(after.dwellDays()));
        changes.say("Is over after %s without it, it was %s", days(before.holdDays()), days(after.holdDays()));
        changes.say(
                "Raises the next alert after %s, it was %s", days(before.coolDownDays()), days(after.coolDownDays()));
        changes.say("Suggests %s, it was %s", play(before), play(after));
        return List.copyOf(changes.sentences);
    }

    /** @param sentence names what is there now, and then what was */
    private void say(String sentence, Object before, Object after) {
        if (!before.equals(after)) {
            sentences.add(sentence.formatted(after, before));
        }
    }

    /** Of the same kind, each number; else the whole. */
    private void look(RuleKind before, RuleKind after) {
        if (KindName.of(before) != KindName.of(after)) {
            sentences.add("When %s, it was: when %s".formatted(after.text(), before.text()));
            return;
        }
        Map<String, String> old = flat(KindDocument.write(before), "");
        Map<String, String> now = flat(KindDocument.write(after), "");
        Set<String> fields = new LinkedHashSet<>(now.keySet());
        fields.addAll(old.keySet());
        fields.forEach(field -> say(field + " %s, it was %s", orNone(old.get(field)), orNone(now.get(field))));
    }

    private void audience(Audience before, Audience after, UnaryOperator<String> segmentName) {
        say("Is %s, it was %s", before.text(segmentName), after.text(segmentName));
    }

    /** {@code leastBefore} reads {@code Least before}, and a field of {@code first} reads {@code First: what}. */
    private static Map<String, String> flat(JsonNode object, String within) {
        var flat = new LinkedHashMap<String, String>();
        object.properties().forEach(field -> {
            String name = within + words(field.getKey());
            if (field.getValue().isObject()) {
                flat.putAll(flat(field.getValue(), name + ": "));
            } else {
                String value = field.getValue().asString();
                flat.put(Character.toUpperCase(name.charAt(0)) + name.substring(1), value);
            }
        });
        return flat;
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String said(Nature nature) {
        return switch (nature) {
            case RISK -> "a risk";
            case OPPORTUNITY -> "an opportunity";
        };
    }

    private static String days(int count) {
        return Unit.DAYS.say(count);
    }

    private static String play(RuleDefinition rule) {
        return rule.play() == null ? "no play" : "the play " + rule.play();
    }

    private static String orNone(@Nullable String value) {
        return Objects.requireNonNullElse(value, "none");
    }
}
