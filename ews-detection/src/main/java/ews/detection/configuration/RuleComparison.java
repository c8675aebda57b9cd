package ews.detection.configuration;

import ews.detection.configuration.Configuration.Rule;
import ews.detection.rule.RuleDefinition;
import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the rules of two configurations apart, in sentences. */
final class RuleComparison {

    private static final String ON = "Is switched on";
    private static final String OFF =
            "Is switched off: it raises nothing, and what it has raised is still resolved when the condition is gone";

    private final Configuration now;
    private final Configuration wanted;

    private RuleComparison(Configuration now, Configuration wanted) {
        this.now = now;
        this.wanted = wanted;
    }

    static List<Change> between(Configuration now, Configuration wanted) {
        return new RuleComparison(now, wanted).changes();
    }

    private List<Change> changes() {
        var changes = new ArrayList<Change>();
        for (Rule rule : wanted.namedRules()) {
            Optional<Rule> before = now.rule(rule.key());
            if (before.isEmpty()) {
                changes.add(added(rule));
            } else {
                changed(before.get(), rule).ifPresent(changes::add);
            }
        }
        unnamed(now, wanted).stream()
                .filter(Rule::enabled)
                .map(it -> change(Kind.SWITCHED_OFF, it, List.of("The document does not name it", OFF)))
                .forEach(changes::add);
        return changes;
    }

    /** Rules that are there and that the wanted configuration does not name. */
    static List<Rule> unnamed(Configuration now, Configuration wanted) {
        return wanted.rules() == null
                ? List.of()
                : now.namedRules().stream()
                        .filter(it -> wanted.rule(it.key()).isEmpty())
                        .toList();
    }

    private Change added(Rule rule) {
        RuleDefinition definition = rule.definition();
        Stream<String> play = Optional.ofNullable(definition.play()).map("Suggests the play %s"::formatted).stream();
        String state = rule.enabled() ? ON : "Is off: it raises nothing until it is switched on";
        return change(
                Kind.ADDED,
                rule,
                Stream.concat(Stream.of(definition.sentence(wanted::segmentName), state), play)
                        .toList());
    }

    private Optional<Change> changed(Rule before, Rule after) {
        List<String> details =
                new ArrayList<>(RuleChanges.between(before.definition(), after.definition(), wanted::segmentName));
        if (!before.definition().equals(after.definition()) && details.isEmpty()) {
            details.add("Segments or conditions are in another order");
        }
        Kind kind = !details.isEmpty() ? Kind.CHANGED : after.enabled() ? Kind.SWITCHED_ON : Kind.SWITCHED_OFF;
        if (before.enabled() != after.enabled()) {
            details.add(after.enabled() ? ON : OFF);
        }
        return details.isEmpty() ? Optional.empty() : Optional.of(change(kind, after, details));
    }

    private static Change change(Kind kind, Rule rule, List<String> details) {
        return new Change(kind, Subject.RULE, rule.key(), rule.name(), details);
    }
}
