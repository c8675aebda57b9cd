package ews.dashboard.sample;

/** A second team joins, then a third: more people, and the seats are bought after them. */
record SeatGrowth(int since, int over, double times) implements Story {

    @Override
    public double size(int ago) {
        return Curve.ramp(ago, since, over, 1, times);
    }

    @Override
    public double mood(int ago) {
        return 0.9;
    }

    @Override
    public double attainment(int ago) {
        return Curve.ramp(ago, since, over, 0.8, 0.95);
    }
}
