package ews.dashboard.sample;

/** The team works in the product every day, but nobody looks at the reports, so the sponsor sees no value. */
record LowReporting(int since) implements Story {

    @Override
    public double reporting(int ago) {
        return Curve.ramp(ago, since, 20, 1, 0);
    }

    @Override
    public double activity(int ago) {
        return Curve.ramp(ago, since, 80, 1, 0.8);
    }

    @Override
    public double intensity(int ago) {
        return Curve.ramp(ago, since, 80, 1, 0.7);
    }

    @Override
    public double mood(int ago) {
        return Curve.ramp(ago, since, 60, 0.8, 0.4);
    }

    @Override
    public double attainment(int ago) {
        return Curve.ramp(ago, since, 60, 0.8, 0.3);
    }
}
