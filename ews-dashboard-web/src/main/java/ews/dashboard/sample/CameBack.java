package ews.dashboard.sample;

/** They were on their way out, long before anybody looked at their health, and came back. */
record CameBack(int fell, int turned) implements Story {

    @Override
    public double activity(int ago) {
        return troubled(ago, 1, 0.35);
    }

    @Override
    public double mood(int ago) {
        return troubled(ago, 0.85, 0.3);
    }

    @Override
    public double attainment(int ago) {
        return troubled(ago, 0.9, 0.4);
    }

    @Override
    public double ticketsAMonth(int ago) {
        return troubled(ago, 0.5, 3);
    }

    @Override
    public double slaBreaches(int ago) {
        return troubled(ago, 0, 0.5);
    }

    private double troubled(int ago, double well, double ill) {
        return ago > turned ? Curve.ramp(ago, fell, 35, well, ill) : Curve.ramp(ago, turned, 30, ill, well);
    }
}
