package ews.dashboard.setup.rule;

import ews.detection.rule.Rule;
import ews.plays.play.Play;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule in the list.
 *
 * @param play the name of the play that it suggests; {@code null} if none
 */
record RuleRow(Rule rule, @Nullable String play) {

    static RuleRow of(Rule rule, List<Play> library) {
        return new RuleRow(
                rule,
                library.stream()
                        .filter(play -> play.key().equals(rule.play()))
                        .map(Play::name)
                        .findFirst()
                        .orElse(null));
    }
}
