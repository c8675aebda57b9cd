package ews.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.fact.AccountFacts;
import java.time.LocalDate;

/** Judges in one line and says what must come out. */
final class VerdictAssert {

    private final Verdict verdict;

    private VerdictAssert(Verdict verdict) {
        this.verdict = verdict;
    }

    static VerdictAssert assertVerdict(RuleKind kind, AccountFacts facts, LocalDate asOf) {
        return new VerdictAssert(kind.judge(Scores.occasion(facts, null, Scores.good(asOf), asOf)));
    }

    static VerdictAssert assertVerdict(RuleKind kind, Occasion occasion) {
        return new VerdictAssert(kind.judge(occasion));
    }

    Evidence isRaised(String title) {
        assertThat(verdict).isInstanceOf(Raised.class);
        assertThat(verdict.reason()).isEqualTo(title);
        return ((Raised) verdict).evidence();
    }

    void isQuiet(String reason) {
        assertThat(verdict).isEqualTo(new Quiet(reason));
    }

    void isUndecided(String reason) {
        assertThat(verdict).isEqualTo(new Undecided(reason));
    }
}
