package ews.dashboard.sample;

/** The person who brought us in changes jobs; the colleagues drift away in the weeks after. */
record ChampionLeft(int since) implements Story {

    @Override
    public boolean hasChampion(int ago) {
        return ago > since;
    }

    @Override
    public double activity(int ago) {
        return Curve.ramp(ago, since - 5, 45, 1, 0.45);
    }

    @Override
    public double reporting(int ago) {
        return Curve.ramp(ago, since, 14, 1, 0.15);
    }

    @Override
    public double mood(int ago) {
        return Curve.ramp(ago, since, 30, 0.85, 0.5);
    }

    @Override
    public double attainment(int ago) {
        return Curve.ramp(ago, since, 90, 0.85, 0.6);
    }
}
