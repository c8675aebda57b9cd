package ews.dashboard.sample;

import java.util.List;

/** The groups that the customers are cast in: one for each starter segment. */
enum Cohort {
    FREE_TRIAL(List.of("Team"), 3, 8, 0),
    ONBOARDING(List.of("Business", "Professional", "Team"), 6, 20, 420),
    ESTABLISHED(List.of("Business", "Professional"), 8, 26, 480),
    SMB(List.of("Starter", "Team"), 4, 11, 300),
    ENTERPRISE(List.of("Enterprise"), 20, 48, 640);

    private final List<String> plans;
    private final int leastSeats;
    private final int mostSeats;
    private final int pricePerSeat;

    Cohort(List<String> plans, int leastSeats, int mostSeats, int pricePerSeat) {
        this.plans = plans;
        this.leastSeats = leastSeats;
        this.mostSeats = mostSeats;
        this.pricePerSeat = pricePerSeat;
    }

    String plan(Dice dice) {
        return dice.one(plans);
    }

    int seats(Dice dice) {
        return dice.between(leastSeats, mostSeats);
    }

    /** A year, in US dollars. */
    int pricePerSeat() {
        return pricePerSeat;
    }

    /** Months between two invoices: the large ones pay ahead. */
    int monthsAnInvoice() {
        return switch (this) {
            case FREE_TRIAL, ONBOARDING, SMB -> 1;
            case ESTABLISHED, ENTERPRISE -> 3;
        };
    }
}
