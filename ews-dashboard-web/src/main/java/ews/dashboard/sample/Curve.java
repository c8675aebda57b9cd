package ews.dashboard.sample;

/** Shapes over time. Time is told as days ago: 364 is a year ago, 1 is yesterday. */
final class Curve {

    private Curve() {}

    /** {@code from} until {@code since} days ago, then in a straight line to {@code to}, which it reaches {@code over} days later. */
    static double ramp(int ago, int since, int over, double from, double to) {
        double progress = Math.clamp((since - ago) / (double) over, 0, 1);
        return from + (to - from) * progress;
    }
}
