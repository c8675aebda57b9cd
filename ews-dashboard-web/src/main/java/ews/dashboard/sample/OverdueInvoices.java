package ews.dashboard.sample;

/** People are happy and busy, but their company stops paying. */
record OverdueInvoices(int since) implements Story {

    @Override
    public boolean pays(int ago) {
        return ago > since;
    }

    @Override
    public double mood(int ago) {
        return 0.8;
    }

    @Override
    public double ticketsAMonth(int ago) {
        return ago > since ? 0.5 : 1.2;
    }
}
