package ews.dashboard.sample;

/** Their company runs out of money: it stops paying, lets people go, and shelves what it wanted to reach with us. */
record OverdueInvoices(int since) implements Story {

    private static final int OVER = 80;

    @Override
    public boolean pays(int ago) {
        return ago > since;
    }

    @Override
    public double activity(int ago) {
        return Curve.ramp(ago, since, OVER, 1, 0.65);
    }

    @Override
    public double attainment(int ago) {
        return Curve.ramp(ago, since, OVER, 0.9, 0.35);
    }

    @Override
    public double mood(int ago) {
        return Curve.ramp(ago, since, OVER, 0.8, 0.4);
    }

    @Override
    public double ticketsAMonth(int ago) {
        return ago > since ? 0.5 : 1.2;
    }
}
