package ews.dashboard.sample;

/** The kick-off was promising; then the data import failed, tickets wait, and people lose interest. */
record OnboardingStuck(int startedAgo) implements Story {

    @Override
    public double activity(int ago) {
        return ago > startedAgo - 12 ? 0.6 : Curve.ramp(ago, startedAgo - 12, 20, 0.6, 0.15);
    }

    @Override
    public double intensity(int ago) {
        return Curve.ramp(ago, startedAgo - 12, 20, 1, 0.4);
    }

    @Override
    public double attainment(int ago) {
        return 0.08;
    }

    @Override
    public double mood(int ago) {
        return Curve.ramp(ago, startedAgo - 10, 20, 0.7, 0.25);
    }

    @Override
    public double ticketsAMonth(int ago) {
        return ago > startedAgo - 10 ? 1 : 4;
    }

    @Override
    public double slaBreaches(int ago) {
        return 0.4;
    }
}
