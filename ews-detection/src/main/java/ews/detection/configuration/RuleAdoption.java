package ews.detection.configuration;

import ews.detection.configuration.Configuration.Rule;
import ews.detection.dryrun.SwitchingOn;
import ews.detection.rule.Rules;
import ews.domain.audit.Actor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the rules of a configuration those that are there. */
@Component
class RuleAdoption {

    private final Rules rules;
    private final SwitchingOn switching;

    RuleAdoption(Rules rules, SwitchingOn switching) {
        this.rules = rules;
        this.switching = switching;
    }

    /**
     * Adds, changes and switches what is different; rules that it does not name are switched off.
     *
     * @param versions of the rules that are there, by key: what the plan was made with
     * @param newEntrantsOnly whether rules that are switched on raise nothing for accounts that they hold for already
     */
    void adopt(
            Configuration wanted, Map<String, Integer> versions, boolean newEntrantsOnly, String reason, Actor actor) {
        if (wanted.rules() == null) {
            return;
        }
        versions.keySet().stream().filter(key -> wanted.rule(key).isEmpty()).forEach(key -> switching.off(key, actor));
        write(wanted, versions, reason, actor);
        for (Rule rule : wanted.rules()) {
            if (rule.enabled()) {
                switching.on(rule.key(), newEntrantsOnly, actor);
            } else {
                switching.off(rule.key(), actor);
            }
        }
    }

    /** A name that another rule is about to give up is taken after that. */
    private void write(Configuration wanted, Map<String, Integer> versions, String reason, Actor actor) {
        Map<String, String> owners = new HashMap<>();
        rules.all().forEach(it -> owners.put(folded(it.name()), it.key()));
        Deque<Rule> waiting = new ArrayDeque<>(wanted.rules());
        for (int inVain = 0; !waiting.isEmpty(); ) {
            Rule rule = waiting.removeFirst();
            String owner = owners.get(folded(rule.name()));
            if (owner != null && !owner.equals(rule.key()) && inVain < waiting.size()) {
                waiting.addLast(rule);
                inVain++;
                continue;
            }
            inVain = 0;
            write(rule, versions, reason, actor);
            owners.values().remove(rule.key());
            owners.put(folded(rule.name()), rule.key());
        }
    }

    private void write(Rule rule, Map<String, Integer> versions, String reason, Actor actor) {
        Integer version = versions.get(rule.key());
        if (version == null) {
            rules.create(rule.key(), rule.definition(), reason, actor);
        } else {
            rules.change(rule.key(), version, rule.definition(), reason, actor);
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
