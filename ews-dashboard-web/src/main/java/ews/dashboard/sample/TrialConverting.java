package ews.dashboard.sample;

/** Every few days another colleague is invited; they will buy. */
record TrialConverting(int startedAgo) implements Story {

    @Override
    public double activity(int ago) {
        return Curve.ramp(ago, startedAgo, 12, 0.4, 1);
    }

    @Override
    public double intensity(int ago) {
        return 1.3;
    }

    @Override
    public double attainment(int ago) {
        return Curve.ramp(ago, startedAgo, 14, 0.3, 0.9);
    }
}
