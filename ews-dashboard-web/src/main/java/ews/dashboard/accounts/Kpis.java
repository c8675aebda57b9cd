package ews.dashboard.accounts;

import ews.dashboard.view.Arr;
import ews.dashboard.view.Delta;
import ews.dashboard.view.Figures;
import ews.domain.score.Band;
import ews.domain.score.Points;
import java.util.OptionalInt;

/**
 * The strip above the list, about the whole portfolio, whatever the quick filters.
 *
 * @param mix how the accounts with a score split up
 * @param others the revenue in other currencies than the main one
 */
record Kpis(
        Mix mix,
        String mean,
        Delta meanChange,
        String arr,
        String others,
        String accounts,
        String poorArr,
        String poorShare) {

    /** Counts by band, and where each begins on a bar of 100. */
    record Mix(long good, long average, long poor, long unknown) {

        private long known() {
            return Math.max(1, good + average + poor);
        }

        public double goodWidth() {
            return share(good);
        }

        public double averageWidth() {
            return share(average);
        }

        public double poorWidth() {
            return share(poor);
        }

        public double poorStart() {
            return goodWidth() + averageWidth();
        }

        private double share(long count) {
            return Math.round(10_000.0 * count / known()) / 100.0;
        }

        public String words() {
            return "%d good, %d average, %d poor, %d unknown".formatted(good, average, poor, unknown);
        }
    }

    static Kpis of(Tally all) {
        Tally poor = all.in(Band.POOR);
        return new Kpis(
                new Mix(
                        all.in(Band.GOOD).accounts(),
                        all.in(Band.AVERAGE).accounts(),
                        poor.accounts(),
                        all.in(Band.UNKNOWN).accounts()),
                text(all.meanTenths()),
                Delta.ofTenths(
                        all.meanChangeTenths().isPresent()
                                ? all.meanChangeTenths().getAsInt()
                                : null),
                all.arr().text(),
                all.arr().others(),
                Figures.count(all.accounts(), "account", "accounts"),
                poor.arr().all(),
                share(poor.arr(), all.arr()));
    }

    /** Empty where the two are told in different currencies, so that a share would mislead. */
    private static String share(Arr poor, Arr all) {
        boolean comparable = poor.currency().isEmpty() || poor.currency().equals(all.currency());
        return comparable ? poor.shareOf(all) + " of ARR" : "";
    }

    private static String text(OptionalInt tenths) {
        return tenths.isEmpty() ? "–" : new Points(tenths.getAsInt()).text();
    }
}
