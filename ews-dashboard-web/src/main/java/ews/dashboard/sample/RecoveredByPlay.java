package ews.dashboard.sample;

/** They were on their way out, somebody noticed, and a get-well plan brought them back. */
record RecoveredByPlay(int fell, int helped) implements Story {

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
        return ago > helped ? Curve.ramp(ago, fell, 35, well, ill) : Curve.ramp(ago, helped, 30, ill, well);
    }
}
