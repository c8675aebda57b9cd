package ews.detection.alert;

import ews.detection.alert.Standings.Key;
import ews.detection.rule.Rule;
import ews.detection.rule.Verdict;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of a rule for one account that would have been raised had it been judged day after day: the same steps as
 * those of real alerts, without any person who does something about them. Not for several threads.
 */
public final class AlertCourse {

    private final Rule rule;
    private final AccountId account;
    private final List<Would> alerts = new ArrayList<>();
    private @Nullable Standing last;
    private @Nullable PendingCondition pending;

    public AlertCourse(Rule rule, AccountId account) {
        this.rule = rule;
        this.account = account;
    }

    /**
     * An alert that would have been raised.
     *
     * @param resolved the day on which it would have been resolved; {@code null} if it would still be open
     */
    public record Would(
            LocalDate raised, String title, @Nullable LocalDate resolved) {}

    /** Takes the verdict of the day after the one before. */
    public void take(Verdict verdict, LocalDate day) {
        Step step = Step.of(rule, last, pending, verdict, day);
        pending = PendingCondition.after(step, verdict, pending, new Key(account, rule.id()), day);
        Standing before = last;
        switch (step) {
            case NOTHING, WAIT -> {}
            case RAISE -> {
                alerts.add(new Would(day, verdict.reason(), null));
                last = new Standing(new AlertId(0), account, rule.id(), day, null, null, null, null);
            }
            case SEE_AGAIN -> last = standing(before, day, null, null);
            case DOUBT -> last = standing(before, null, null, null);
            case CLEAR -> last = standing(before, null, day, before == null ? null : before.endedOn());
            case RESOLVE -> {
                Would open = alerts.removeLast();
                alerts.add(new Would(open.raised, open.title, day));
                last = standing(
                        before, null, before == null || before.clearSince() == null ? day : before.clearSince(), day);
            }
        }
    }

    private Standing standing(
            @Nullable Standing before, @Nullable LocalDate seen, @Nullable LocalDate clear, @Nullable LocalDate ended) {
        if (before == null) {
            throw new IllegalStateException("Only a raised alert can go on");
        }
        return new Standing(
                before.alert(), account, rule.id(), seen == null ? before.seenOn() : seen, clear, ended, null, null);
    }

    /** In the order in which they would have been raised. */
    public List<Would> alerts() {
        return List.copyOf(alerts);
    }
}
