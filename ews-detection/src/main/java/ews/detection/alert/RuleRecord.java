package ews.detection.alert;

import ews.detection.rule.Rule;
import ews.domain.chance.Share;
import java.util.List;

/**
 * How a rule has done.
 *
 * @param raised how many alerts it raised in the time
 * @param open how many of them are open
 * @param endings how the others ended
 * @param calming what would have calmed it
 */
public record RuleRecord(Rule rule, int raised, int open, Endings endings, List<Calming> calming) {

    /** Of those that ended with something to learn from: not because the account left. */
    public Share falseAlarms() {
        int judged = endings.count() - endings.closed(CloseReason.ACCOUNT_CANCELLED);
        return new Share(endings.closed(CloseReason.FALSE_ALARM) + endings.closed(CloseReason.DUPLICATE), judged);
    }
}
