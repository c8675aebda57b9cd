package ews.detection.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Looks as numbers to learn from. Where an indicator has no data, it counts as its mean among those that have: so it
 * speaks neither for nor against the account, and what an indicator is worth is learned only where it is known.
 */
final class Examples {

    /** An indicator known more rarely teaches nothing about most accounts. */
    private static final double LEAST_KNOWN = 0.05;

    private final List<Look> looks;
    private final double[][] values;
    private final List<Integer> columns = new ArrayList<>();

    /** @param looks at least one, all with the same indicators */
    Examples(List<Look> looks) {
        this.looks = looks;
        int indicators = looks.getFirst().goodness().size();
        this.values = new double[looks.size()][indicators];
        for (int i = 0; i < indicators; i++) {
            int indicator = i;
            var known = looks.stream()
                    .mapToDouble(it -> it.goodness().get(indicator))
                    .filter(it -> !Double.isNaN(it))
                    .summaryStatistics();
            for (int look = 0; look < looks.size(); look++) {
                double value = looks.get(look).goodness().get(i);
                values[look][i] = Double.isNaN(value) ? known.getAverage() : value;
            }
            if (known.getCount() >= LEAST_KNOWN * looks.size() && known.getMin() < known.getMax()) {
                columns.add(i);
            }
        }
    }

    /** The indicators that something can be learned about. */
    List<Integer> columns() {
        return List.copyOf(columns);
    }

    double value(int look, int indicator) {
        return values[look][indicator];
    }

    boolean cancels(int look) {
        return looks.get(look).cancels();
    }

    /** The numbers of the looks at the accounts that are wanted. */
    int[] ofAccounts(IntPredicate wantedGroup) {
        return IntStream.range(0, looks.size())
                .filter(it -> wantedGroup.test(Fold.of(looks.get(it).account())))
                .toArray();
    }
}
