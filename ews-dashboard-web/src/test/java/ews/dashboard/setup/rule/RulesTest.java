package ews.dashboard.setup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.domain.audit.Actor;
import ews.plays.play.Plays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RulesTest extends FormTest {

    @Autowired
    private Rules rules;

    @Autowired
    private Plays plays;

    private Rule rule;

    @BeforeEach
    void firstRule() {
        rule = rules.all().getFirst();
    }

    @AfterEach
    void asItWas() {
        rules.change(rule.key(), rule.kind(), rule.holdDays(), rule.play(), rule.enabled(), Actor.SYSTEM);
    }

    private Rule now() {
        return rules.withKey(rule.key()).orElseThrow();
    }

    @Test
    void listsWhatEachRuleLooksFor() {
        assertThat(html(get("/setup/rules"))).contains(rule.name(), rule.kind().text());
    }

    @Test
    void switchesARuleOff() {
        String page = follow(post("/setup/rules/" + rule.key(), "holdDays", "3", "play", ""));

        assertThat(now().enabled()).isFalse();
        assertThat(now().holdDays()).isEqualTo(3);
        assertThat(now().play()).isNull();
        assertThat(page).contains(">Off<");
        assertThat(audited()).contains("rule.changed");
    }

    @Test
    void suggestsAnotherPlay() {
        String play = plays.all().getLast().key();

        follow(post("/setup/rules/" + rule.key(), "enabled", "on", "holdDays", "7", "play", play));

        assertThat(now().play()).isEqualTo(play);
        assertThat(now().enabled()).isTrue();
    }

    @Test
    void refusesAPlayThatDoesNotExistAndKeepsWhatWasTyped() {
        String page = html(post("/setup/rules/" + rule.key(), "enabled", "on", "holdDays", "many", "play", "nothing"));

        assertThat(page).contains("Please choose one of the plays.", "A whole number from 0 to 365.", "value=\"many\"");
        assertThat(now()).isEqualTo(rule);
    }

    @Test
    void saysThatThereIsNoSuchRule() {
        assertThat(get("/setup/rules/nothing")).hasStatus(404);
    }
}
