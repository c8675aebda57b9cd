package ews.dashboard.sample;

/** They discover forecasts, and within weeks most of them use it. */
record NewFeature(int since) implements Story {

    @Override
    public double forecasts(int ago) {
        return ago > since ? 0 : Curve.ramp(ago, since, 40, 0.3, 0.8);
    }

    @Override
    public double intensity(int ago) {
        return Curve.ramp(ago, since, 40, 0.9, 1.15);
    }

    @Override
    public double attainment(int ago) {
        return Curve.ramp(ago, since, 60, 0.75, 0.95);
    }
}
