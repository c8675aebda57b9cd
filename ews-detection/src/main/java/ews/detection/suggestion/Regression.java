package ews.detection.suggestion;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Logistic regression with a ridge (L2) penalty: how much each indicator's goodness speaks for staying. None may speak
 * against it; those that would are left out, the worst first, and the others are fitted again.
 *
 * @param coefficients by indicator, never negative; 0 for those that are left out
 * @param intercept the log odds of staying where all indicators are fully poor
 */
record Regression(List<Double> coefficients, double intercept) {

    private static final double TOLERANCE = 1e-4;
    private static final int STAYS = 1;
    private static final int CANCELS = -1;

    static {
        Linear.disableDebugOutput();
    }

    /**
     * @param rows the looks to learn from, of both kinds
     * @param penalty how much large coefficients cost, against the mean loss of a look
     */
    static Regression fit(Examples examples, int[] rows, int indicators, double penalty) {
        List<Integer> columns = new ArrayList<>(examples.columns());
        while (true) {
            double[] fitted = solve(examples, rows, columns, penalty);
            int worst = IntStream.range(0, columns.size())
                    .boxed()
                    .min((a, b) -> Double.compare(fitted[a], fitted[b]))
                    .orElse(-1);
            if (worst < 0 || fitted[worst] >= 0) {
                return of(indicators, columns, fitted);
            }
            columns.remove(worst);
        }
    }

    private static Regression of(int indicators, List<Integer> columns, double[] fitted) {
        var coefficients = new Double[indicators];
        Arrays.fill(coefficients, 0.0);
        for (int i = 0; i < columns.size(); i++) {
            coefficients[columns.get(i)] = fitted[i];
        }
        return new Regression(List.of(coefficients), fitted[columns.size()]);
    }

    /** The coefficients of the columns, and the intercept after them. */
    private static double[] solve(Examples examples, int[] rows, List<Integer> columns, double penalty) {
        var problem = new Problem();
        problem.l = rows.length;
        problem.n = columns.size() + 1;
        problem.bias = 1;
        problem.x = new Feature[rows.length][];
        problem.y = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            var features = new Feature[columns.size() + 1];
            for (int i = 0; i < columns.size(); i++) {
                features[i] = new FeatureNode(i + 1, examples.value(rows[row], columns.get(i)));
            }
            features[columns.size()] = new FeatureNode(columns.size() + 1, 1);
            problem.x[row] = features;
            problem.y[row] = examples.cancels(rows[row]) ? CANCELS : STAYS;
        }
        var parameter = new Parameter(SolverType.L2R_LR, 1 / (penalty * rows.length), TOLERANCE);
        parameter.setRegularizeBias(false);
        Model model = Linear.train(problem, parameter);
        int sign = model.getLabels()[0] == STAYS ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights()).map(it -> sign * it).toArray();
    }

    /** How surprising what became of these looks is to it: the mean of −log of the probability it gave. */
    double loss(Examples examples, int[] rows) {
        double loss = 0;
        for (int row : rows) {
            double odds = intercept;
            for (int i : examples.columns()) {
                odds += coefficients.get(i) * examples.value(row, i);
            }
            loss += Math.log1p(Math.exp(examples.cancels(row) ? odds : -odds));
        }
        return loss / rows.length;
    }

    boolean saysNothing() {
        return coefficients.stream().allMatch(it -> it == 0);
    }
}
