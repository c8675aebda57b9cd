package ews.dashboard.alerts;

import ews.detection.rule.Evidence;
import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rule found when it raised the alert, and beside it what it finds now.
 *
 * @param holds whether the condition holds now
 * @param text what is true now, in one sentence
 */
record NowView(boolean holds, String text, List<Row> rows) {

    /**
     * One number.
     *
     * @param before what it had been before the alert was raised, where that says something
     * @param now {@code null} where the rule does not tell it now
     */
    record Row(
            String label,
            @Nullable String then,
            @Nullable String before,
            @Nullable String now) {}

    static NowView of(Evidence frozen, Verdict now) {
        return switch (now) {
            case Verdict.Raised(Evidence evidence) ->
                new NowView(true, "The condition holds now: " + evidence.title() + ".", rows(frozen, evidence));
            case Verdict.Quiet(String reason) ->
                new NowView(false, "The condition does not hold now. " + reason, rows(frozen, null));
            case Verdict.Undecided(String reason) ->
                new NowView(false, "Nobody can tell now. " + reason, rows(frozen, null));
        };
    }

    private static List<Row> rows(Evidence frozen, @Nullable Evidence now) {
        Map<String, Figure> present = new LinkedHashMap<>();
        if (now != null) {
            now.figures().forEach(figure -> present.put(figure.label(), figure));
        }
        var rows = new ArrayList<Row>();
        for (Figure figure : frozen.figures()) {
            Figure same = present.remove(figure.label());
            rows.add(new Row(figure.label(), figure.value(), figure.before(), same == null ? null : same.value()));
        }
        present.values().forEach(figure -> rows.add(new Row(figure.label(), null, null, figure.value())));
        return rows;
    }
}
