package ews.dashboard.sample;

/** Known by name only: nobody has signed in yet, so there is nothing to say about their health. */
record JustSigned() implements Story {

    @Override
    public double activity(int ago) {
        return 0;
    }

    @Override
    public double ticketsAMonth(int ago) {
        return 0;
    }
}
