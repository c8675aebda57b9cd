package ews.detection.rhythm;

/**
 * How much evidence a change needs, so that accounts without one raise no more false alarms than wanted.
 *
 * <p>Where one looks every day, the rate of false alarms falls like exp(−z²/2) with the threshold z. The two numbers that
 * fit this to real days were read from the even accounts of two public data sets, as {@code docs/benchmarks.md} tells.
 */
public final class FalseAlarms {

    /** z² at one false alarm per account and year. */
    private static final double AT_ONE = 7.0;

    private static final double SLOPE = 1.7;

    private FalseAlarms() {}

    /**
     * @param perYear false alarms per account and year, more than 0
     * @return the least {@link Change#evidence()}, in standard deviations
     */
    public static double leastEvidence(double perYear) {
        return Math.sqrt(Math.max(1, AT_ONE - SLOPE * Math.log(perYear)));
    }
}
