package ews.dashboard.accounts;

import ews.dashboard.view.Figures;
import ews.domain.score.Band;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quick filter that one click turns on or off, with the number of accounts that it would show.
 *
 * @param mark a band's mark, or empty
 * @param icon an icon, or empty
 * @param key the key that turns it on or off
 */
record Chip(
        String id,
        String label,
        String mark,
        String icon,
        String count,
        boolean on,
        String href,
        @Nullable String key) {

    /** @param all the portfolio without any quick filter */
    static List<Chip> of(Tally all, PortfolioAddress address) {
        AccountFilter.Chips chips = address.filter().chips();
        Tally within =
                all.where(group -> (!chips.falling() || group.falling()) && (!chips.renewing() || group.renewing()));
        var result = new ArrayList<Chip>();
        int key = 1;
        for (Band band : List.of(Band.POOR, Band.AVERAGE, Band.GOOD, Band.UNKNOWN)) {
            boolean on = chips.band() == band;
            result.add(new Chip(
                    "c-" + band.code(),
                    band.label(),
                    band.code(),
                    "",
                    Figures.whole(within.in(band).accounts()),
                    on,
                    address.with("health", on ? null : band.code()),
                    Integer.toString(key++)));
        }
        Tally ofBand = chips.band() == null ? all : all.in(chips.band());
        result.add(toggle(
                address,
                "falling",
                "Falling",
                "trending-down",
                chips.falling(),
                ofBand.where(group -> group.falling() && (!chips.renewing() || group.renewing()))));
        result.add(toggle(
                address,
                "renewing",
                "Renews in 90 d",
                "calendar",
                chips.renewing(),
                ofBand.where(group -> group.renewing() && (!chips.falling() || group.falling()))));
        return result;
    }

    private static Chip toggle(
            PortfolioAddress address, String name, String label, String icon, boolean on, Tally accounts) {
        return new Chip(
                "c-" + name,
                label,
                "",
                icon,
                Figures.whole(accounts.accounts()),
                on,
                address.with(name, on ? null : "1"),
                null);
    }
}
