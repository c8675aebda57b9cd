package ews.detection.suggestion;

/**
 * How many cancellations a suggestion needs. To learn from: five for each indicator, as Vittinghoff and McCulloch (2007)
 * found enough for logistic regression, though ten (Peduzzi et al., 1996) are the usual advice; the penalty makes up for
 * some of the difference. To judge by: ten, with which the area under the ROC curve is known to about ±0.2; a hundred
 * (Collins et al., 2016) would make it known well, which few organisations have, so its interval is always told.
 */
final class Enough {

    static final int TO_JUDGE = 10;

    private static final int FOR_EACH_INDICATOR = 5;
    private static final int LEAST = 20;

    private Enough() {}

    static int toLearnFrom(int indicators) {
        return Math.max(LEAST, FOR_EACH_INDICATOR * indicators);
    }
}
