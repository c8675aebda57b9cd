package ews.dashboard.sample;

/** Week by week more of them work in the product, and the first goals are reached. */
record OnboardingWell(int startedAgo) implements Story {

    @Override
    public double activity(int ago) {
        return Curve.ramp(ago, startedAgo, 35, 0.35, 1);
    }

    @Override
    public double attainment(int ago) {
        return Curve.ramp(ago, startedAgo, 60, 0.2, 0.9);
    }

    @Override
    public double ticketsAMonth(int ago) {
        return Curve.ramp(ago, startedAgo, 45, 1.5, 0.6);
    }
}
