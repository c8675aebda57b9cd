package ews.dashboard.api;

import ews.domain.chance.Share;
import ews.domain.chance.ShareDifference;
import ews.domain.play.Outcome;
import ews.plays.effect.Comparison;
import ews.plays.effect.Effectiveness;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well a play works, as the API answers it. Shares are from 0 to 1.
 *
 * @param outcomes of every outcome how many runs ended with it
 * @param recovery {@code null} where nothing has a goal
 * @param comparison {@code null} while there is nobody to compare with
 */
record EffectivenessView(
        String play,
        int runs,
        int running,
        int cancelled,
        Map<String, Integer> outcomes,
        int acted,
        @Nullable Long firstActionMinutes,
        @Nullable Recovery recovery,
        @Nullable Comparing comparison,
        String sentence) {

    /** So many of so many, with a 95 % interval; the numbers that a share of nothing does not have are {@code null}. */
    record Part(
            int part,
            int whole,
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high) {

        static Part of(Share share) {
            return share.whole() == 0
                    ? new Part(0, 0, null, null, null)
                    : new Part(
                            share.part(),
                            share.whole(),
                            rounded(share.value()),
                            rounded(share.low()),
                            rounded(share.high()));
        }
    }

    record Recovery(Part recovered, @Nullable Integer medianDays, int withinDays, int tooYoung, int early) {}

    /** @param enough whether both sides have enough accounts to tell anything */
    record Comparing(String kind, Part with, Part without, Interval difference, boolean enough) {

        static Comparing of(Comparison comparison) {
            ShareDifference difference = comparison.difference();
            return new Comparing(
                    comparison.kind().code(),
                    Part.of(comparison.with()),
                    Part.of(comparison.without()),
                    new Interval(rounded(difference.value()), rounded(difference.low()), rounded(difference.high())),
                    comparison.isEnough());
        }
    }

    /** From −1 to 1. */
    record Interval(double value, double low, double high) {}

    static EffectivenessView of(Effectiveness effect) {
        var outcomes = new LinkedHashMap<String, Integer>();
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome.code(), effect.outcomes().getOrDefault(outcome, 0));
        }
        Duration first = effect.firstAction();
        ews.plays.effect.Recovery recovery = effect.recovery();
        Comparison comparison = effect.comparison();
        return new EffectivenessView(
                effect.play(),
                effect.runs(),
                effect.running(),
                effect.cancelled(),
                outcomes,
                effect.acted(),
                first == null ? null : first.toMinutes(),
                recovery == null
                        ? null
                        : new Recovery(
                                Part.of(recovery.recovered()),
                                recovery.medianDays(),
                                recovery.within(),
                                recovery.tooYoung(),
                                recovery.early()),
                comparison == null ? null : Comparing.of(comparison),
                effect.sentence());
    }

    /** To four decimals, which is more than is known. */
    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
