package ews.detection.dryrun;

import ews.detection.alert.ExcusedConditions;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.domain.audit.Actor;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Switches rules on and off, with or without alerts for accounts that their conditions hold for already. */
@Component
public class SwitchingOn {

    private final Rules rules;
    private final Matching matching;
    private final ExcusedConditions excused;

    SwitchingOn(Rules rules, Matching matching, ExcusedConditions excused) {
        this.rules = rules;
        this.matching = matching;
        this.excused = excused;
    }

    /**
     * Switches a rule on.
     *
     * @param newEntrantsOnly whether accounts that its condition holds for now raise no alert until it has been gone once
     * @throws NoSuchElementException if there is no rule with the key
     */
    @Transactional
    public void on(String key, boolean newEntrantsOnly, Actor actor) {
        Rule rule = existing(key);
        if (rule.enabled()) {
            return;
        }
        excused.none(rule.id());
        if (newEntrantsOnly) {
            matching.each(rule, accounts -> excused.excuse(rule.id(), accounts));
        }
        rules.enable(key, true, actor);
    }

    /** Switches a rule off; alerts that it has raised are still resolved when their condition is gone. */
    @Transactional
    public void off(String key, Actor actor) {
        excused.none(existing(key).id());
        rules.enable(key, false, actor);
    }

    private Rule existing(String key) {
        return rules.withKey(key).orElseThrow(() -> new NoSuchElementException("There is no rule '%s'".formatted(key)));
    }
}
