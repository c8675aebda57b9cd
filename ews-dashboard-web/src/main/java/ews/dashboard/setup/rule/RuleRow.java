package ews.dashboard.setup.rule;

import ews.detection.rule.Rule;
import ews.plays.play.Play;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule in the list.
 *
 * @param sentence what it looks for, and for whom
 * @param play the name of the play that it suggests; {@code null} if none
 */
record RuleRow(Rule rule, String sentence, @Nullable String play) {

    static RuleRow of(Rule rule, String sentence, List<Play> library) {
        return new RuleRow(
                rule,
                sentence,
                library.stream()
                        .filter(play -> play.key().equals(rule.play()))
                        .map(Play::name)
                        .findFirst()
                        .orElse(null));
    }
}
