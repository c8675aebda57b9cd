package ews.dashboard.sample;

/** From one day to the next nobody signs in any more. */
record SuddenSilence(int since) implements Story {

    @Override
    public double activity(int ago) {
        return ago > since ? 1 : 0;
    }

    @Override
    public double ticketsAMonth(int ago) {
        return ago > since ? 0.8 : 0;
    }
}
