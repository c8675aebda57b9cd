package ews.dashboard.sample;

/**
 * Their company changed how people sign in, and most colleagues were locked out; nobody told us. The alert starts a
 * play, and some time after it is worked everybody is back, see {@link Rescues}.
 */
record RecoveredByPlay(int lockedOut) implements Story {

    /** The play that the alert about declining usage starts. */
    static final String PLAY = "declining-usage";

    private static final double NOT_LOCKED_OUT = 0.6;

    @Override
    public double activity(int ago) {
        return ago > 0 ? Curve.ramp(ago, lockedOut, 5, 1, NOT_LOCKED_OUT) : 1;
    }
}
