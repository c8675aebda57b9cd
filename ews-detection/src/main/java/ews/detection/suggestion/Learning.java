package ews.detection.suggestion;

import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Learns weights from looks. The strength of the penalty is the one of {@link #PENALTIES} that foretells best what
 * became of accounts that were not learned from, in {@value Fold#FOLDS} folds of the same looks.
 */
public final class Learning {

    /** Strongest first: of two that do equally well the stronger one is taken. */
    private static final double[] PENALTIES = {1, 0.1, 0.01, 0.001, 0.0001};

    private static final int SUM = 100;

    private Learning() {}

    /** What was learned of an indicator. */
    public enum Lesson {
        /** Poor values came before cancellations. */
        COUNTS,
        /** Poor values did not come before cancellations, or the other indicators say it already. */
        NOTHING,
        /** It had data too rarely, or was always the same: it keeps the weight that it has. */
        TOO_LITTLE_DATA
    }

    /** @param weight whole points; all of a profile add up to 100 */
    public record Learned(int weight, Lesson lesson) {}

    /**
     * A weight for each indicator of the profile; empty if nothing was learned, since no indicator was worse before
     * cancellations.
     *
     * @param looks some at accounts that cancelled and some at accounts that stayed
     */
    public static Optional<List<Learned>> weights(HealthProfile profile, List<Look> looks) {
        var examples = new Examples(looks);
        int indicators = profile.indicators().size();
        int[] all = examples.ofAccounts(_ -> true);
        var regression = Regression.fit(examples, all, indicators, penalty(examples, indicators));
        return regression.saysNothing() ? Optional.empty() : Optional.of(learned(profile, examples, regression));
    }

    private static double penalty(Examples examples, int indicators) {
        double best = PENALTIES[0];
        double least = Double.POSITIVE_INFINITY;
        for (double penalty : PENALTIES) {
            double loss = 0;
            for (int fold = 0; fold < Fold.FOLDS; fold++) {
                int out = fold;
                int[] rest = examples.ofAccounts(it -> it != out);
                int[] heldOut = examples.ofAccounts(it -> it == out);
                loss += heldOut.length == 0 || rest.length == 0
                        ? 0
                        : heldOut.length
                                * Regression.fit(examples, rest, indicators, penalty)
                                        .loss(examples, heldOut);
            }
            if (loss < least) {
                least = loss;
                best = penalty;
            }
        }
        return best;
    }

    private static List<Learned> learned(HealthProfile profile, Examples examples, Regression regression) {
        List<Indicator> indicators = profile.indicators();
        int kept = IntStream.range(0, indicators.size())
                .filter(it -> !examples.columns().contains(it))
                .map(it -> indicators.get(it).weight())
                .sum();
        int[] shared = apportion(regression.coefficients(), SUM - kept);
        var learned = new ArrayList<Learned>(indicators.size());
        for (int i = 0; i < indicators.size(); i++) {
            learned.add(
                    !examples.columns().contains(i)
                            ? new Learned(indicators.get(i).weight(), Lesson.TOO_LITTLE_DATA)
                            : new Learned(shared[i], shared[i] == 0 ? Lesson.NOTHING : Lesson.COUNTS));
        }
        return List.copyOf(learned);
    }

    /** Largest remainder method (Hamilton); ties go to the earlier one. */
    private static int[] apportion(List<Double> shares, int total) {
        double sum = shares.stream().mapToDouble(it -> it).sum();
        int[] result = shares.stream().mapToInt(it -> (int) (it / sum * total)).toArray();
        int left = total - IntStream.of(result).sum();
        IntStream.range(0, result.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> result[i] - shares.get(i) / sum * total)
                        .thenComparingInt(i -> i))
                .limit(left)
                .forEach(i -> result[i]++);
        return result;
    }
}
