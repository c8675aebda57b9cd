package ews.dashboard.api;

import ews.detection.rule.Evidence;
import ews.detection.rule.Verdict;
import java.util.List;

/**
 * What the rule of an alert finds now.
 *
 * @param state {@code holds}, {@code gone}, or {@code unknown} where there is too little data to say
 * @param text in one sentence
 * @param figures the numbers, as they read; none unless it holds
 */
record AlertNow(String state, String text, List<Evidence.Figure> figures) {

    static AlertNow of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Raised(Evidence evidence) -> new AlertNow("holds", evidence.title(), evidence.figures());
            case Verdict.Quiet(String reason) -> new AlertNow("gone", reason, List.of());
            case Verdict.Undecided(String reason) -> new AlertNow("unknown", reason, List.of());
        };
    }
}
