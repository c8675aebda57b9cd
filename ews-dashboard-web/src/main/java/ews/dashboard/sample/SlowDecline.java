package ews.dashboard.sample;

/** One after the other stops coming, and nobody tells us. */
record SlowDecline(int since, int over, double floor) implements Story {

    @Override
    public double activity(int ago) {
        return Curve.ramp(ago, since, over, 1, floor);
    }

    @Override
    public double mood(int ago) {
        return Curve.ramp(ago, since - over / 2, over, 0.8, 0.35);
    }

    @Override
    public double attainment(int ago) {
        return Curve.ramp(ago, since, over, 0.85, 0.5);
    }
}
