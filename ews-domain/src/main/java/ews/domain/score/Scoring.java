package ews.domain.score;

import ews.domain.fact.AccountFacts;
import ews.domain.metric.Peers;
import ews.domain.score.HealthScore.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The one scoring function. Live scoring, pages as of a past day, previews and back-tests all call it; they differ only
 * in the facts that they pass.
 *
 * <p>Each indicator gets {@code weight × goodness} points, rounded half up to a tenth; the score is the sum of the
 * rounded points, so that what is shown adds up to the last digit. Weights of excluded indicators go to the others in
 * proportion to theirs, rounded by the largest remainder, so that they add up to exactly 100.0 again.
 */
public final class Scoring {

    private Scoring() {}

    /** Without peers to compare with, and without a day before. */
    public static HealthScore score(AccountFacts facts, HealthProfile profile, LocalDate asOf) {
        return score(Readings.of(facts, asOf), profile, asOf, Peers.NONE, null);
    }

    /**
     * @param peers of the account's segment on that day
     * @param before the band of the day before by the same profile; {@code null} if there is none
     */
    public static HealthScore score(
            Readings readings, HealthProfile profile, LocalDate asOf, Peers peers, @Nullable Band before) {
        List<Indicator> indicators = profile.indicators();
        var values = new ArrayList<OptionalDouble>(indicators.size());
        int known = 0;
        boolean unknown = false;
        for (Indicator indicator : indicators) {
            OptionalDouble value = readings.of(indicator.measurement(), peers);
            values.add(value);
            known += value.isPresent() ? indicator.weight() : 0;
            unknown |= value.isEmpty() && indicator.missing() == MissingData.UNKNOWN;
        }
        int[] weights = effectiveWeights(indicators, values);
        var parts = new ArrayList<Part>(indicators.size());
        int tenths = 0;
        for (int i = 0; i < indicators.size(); i++) {
            Part part = part(indicators.get(i), values.get(i), weights[i]);
            parts.add(part);
            tenths += part.points().tenths();
        }
        if (unknown || known < profile.leastKnown()) {
            return new HealthScore(asOf, Band.UNKNOWN, null, List.copyOf(parts), known);
        }
        Adjustment adjustment = Limits.of(profile, new Points(tenths), readings, peers);
        var score =
                adjustment == null ? new Points(tenths) : adjustment.points().plus(new Points(tenths));
        // Where a limit applies, the band is the one it says, however the account did the day before.
        Band band = profile.bandOf(score, adjustment == null ? before : null);
        return new HealthScore(asOf, band, score, List.copyOf(parts), adjustment, known, null);
    }

    private static Part part(Indicator indicator, OptionalDouble value, int weight) {
        double goodness = value.isPresent() ? indicator.goodness(value.getAsDouble()) : 0;
        return new Part(indicator, value, new Points(weight), new Points((int) Math.round(weight * goodness)));
    }

    /** Tenths of points, one for each indicator, 0 for excluded ones. */
    private static int[] effectiveWeights(List<Indicator> indicators, List<OptionalDouble> values) {
        int[] weights = new int[indicators.size()];
        int counted = 0;
        for (int i = 0; i < weights.length; i++) {
            boolean excluded = values.get(i).isEmpty() && indicators.get(i).missing() == MissingData.EXCLUDED;
            weights[i] = excluded ? 0 : indicators.get(i).weight();
            counted += weights[i];
        }
        return counted == 0 ? weights : apportion(weights, counted, 1000);
    }

    /** Largest remainder method (Hamilton); ties go to the earlier one. */
    private static int[] apportion(int[] shares, int sum, int total) {
        int[] result = new int[shares.length];
        int[] remainders = new int[shares.length];
        int left = total;
        for (int i = 0; i < shares.length; i++) {
            result[i] = shares[i] * total / sum;
            remainders[i] = shares[i] * total % sum;
            left -= result[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < shares.length; i++) {
                largest = remainders[i] > remainders[largest] ? i : largest;
            }
            result[largest]++;
            remainders[largest] = -1;
        }
        return result;
    }
}
