package ews.dashboard.sample;

/** Signed up, looked around for some days, forgot about us. */
record TrialDying(int startedAgo) implements Story {

    @Override
    public double activity(int ago) {
        return Curve.ramp(ago, startedAgo - 2, 8, 0.7, 0);
    }

    @Override
    public double attainment(int ago) {
        return 0.05;
    }

    @Override
    public double mood(int ago) {
        return 0.45;
    }

    @Override
    public double ticketsAMonth(int ago) {
        return 0.2;
    }
}
