package ews.dashboard.sample;

import java.util.List;
import java.util.OptionalInt;

/**
 * One customer of the sample company, with all that does not change; the {@link Story} says what does.
 *
 * @param seats bought on the first day
 * @param startedAgo more than a year for most of them
 * @param trialDays how long they tried before they paid, 0 for those who bought at once
 * @param left the day on which they cancelled, if they did
 */
record Customer(
        String key,
        String name,
        Cohort cohort,
        String industry,
        String region,
        String plan,
        String product,
        Colleague csm,
        int seats,
        int startedAgo,
        int trialDays,
        OptionalInt left,
        Story story,
        Temper temper,
        List<Person> people,
        List<Goal> goals) {

    private static final int ONBOARDING_DAYS = 90;
    private static final int SEATS_A_BUNDLE = 5;

    boolean isCustomer(int ago) {
        return ago <= startedAgo && (left.isEmpty() || ago > left.getAsInt());
    }

    boolean isOnTrial(int ago) {
        return startedAgo - ago < trialDays;
    }

    String stage(int ago) {
        if (isOnTrial(ago)) {
            return "trial";
        }
        return startedAgo - trialDays - ago < ONBOARDING_DAYS ? "onboarding" : "established";
    }

    /** How people speak about us, from 0 (leaving) to 1 (delighted). */
    double mood(int ago) {
        return Math.clamp(story.mood(ago) + temper.warmth(), 0, 1);
    }

    /** Which share of the goals' targets is reached. */
    double attainment(int ago) {
        return story.attainment(ago) * temper.ambition();
    }

    /** Growing customers buy seats in bundles. */
    int seats(int ago) {
        int more = (int) Math.ceil(seats * (story.size(ago) - 1) / SEATS_A_BUNDLE) * SEATS_A_BUNDLE;
        return seats + Math.max(0, more);
    }

    /** US dollars a year. */
    int annualValue(int ago) {
        return isOnTrial(ago) ? 0 : seats(ago) * (plan.equals("Starter") ? 240 : Math.max(300, cohort.pricePerSeat()));
    }

    /** The day on which the current contract began to be paid for. */
    int paysSince() {
        return startedAgo - trialDays;
    }
}
