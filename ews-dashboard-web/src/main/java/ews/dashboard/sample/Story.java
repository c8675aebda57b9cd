package ews.dashboard.sample;

/**
 * What happens to a customer over the year. Every method takes the days ago (364 is a year ago, 1 is yesterday, the
 * future is negative) and by default tells of a customer to whom nothing special happens.
 */
sealed interface Story
        permits Steady,
                SlowDecline,
                SuddenSilence,
                ChampionLeft,
                SeatGrowth,
                NewFeature,
                LowReporting,
                OverdueInvoices,
                Seasonal,
                CameBack,
                RecoveredByPlay,
                OnboardingWell,
                OnboardingStuck,
                TrialConverting,
                TrialDying,
                JustSigned {

    /** Which share of the people use the product; 1 is everybody. */
    default double activity(int ago) {
        return 1;
    }

    /** How often those who use the product do so, against their habit. */
    default double intensity(int ago) {
        return 1;
    }

    /** How people speak about us, from 0 (leaving) to 1 (delighted). */
    default double mood(int ago) {
        return 0.85;
    }

    /** Which share of the goals' targets is reached. */
    default double attainment(int ago) {
        return 0.9;
    }

    default double ticketsAMonth(int ago) {
        return 0.6;
    }

    /** Which share of the tickets we answer too late. */
    default double slaBreaches(int ago) {
        return 0.04;
    }

    /** How much the reports are used, against others. */
    default double reporting(int ago) {
        return 1;
    }

    /** Which share of the people uses the new feature, forecasts. */
    default double forecasts(int ago) {
        return 0;
    }

    /** Seats and people, against those at the end of the year's first day. */
    default double size(int ago) {
        return 1;
    }

    /** Whether invoices issued on this day are paid. */
    default boolean pays(int ago) {
        return true;
    }

    /** Whether the person who brought us in is still there. */
    default boolean hasChampion(int ago) {
        return true;
    }
}
