package ews.bench;

/**
 * One alarm at a time, as alerts are counted: it begins when the rule holds, and is over when the rule has not held for
 * the hold time. Days on which the rule cannot tell change nothing.
 */
final class StandingAlarm {

    /** In days. */
    static final int HOLD = 14;

    private boolean stands;
    private int quietDays;

    /** @return whether an alarm began on this day */
    boolean next(double evidence, double threshold) {
        if (Double.isNaN(evidence)) {
            return false;
        }
        if (evidence >= threshold) {
            boolean begins = !stands;
            stands = true;
            quietDays = 0;
            return begins;
        }
        quietDays++;
        stands &= quietDays < HOLD;
        return false;
    }

    boolean stands() {
        return stands;
    }
}
