package ews.dashboard.health;

import ews.dashboard.health.HealthReports.Load;
import ews.dashboard.health.HealthReports.Part;
import ews.dashboard.health.HealthReports.Share;
import ews.dashboard.plays.PlayResults;
import ews.dashboard.view.Address;
import ews.domain.score.Band;
import ews.plays.effect.Effectiveness;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the answers are made of.
 *
 * @param past whether the day is not today; lists of accounts and tasks only know today, so nothing is drilled down into
 *     then
 * @param before the split into bands, by how many days ago it was
 * @param effects how well plays work, by their keys; none if the day is past, since that is only known as of now
 */
record Numbers(
        LocalDate asOf,
        boolean past,
        Map<Band, Share> now,
        SortedMap<Integer, Map<Band, Share>> before,
        SortedMap<YearMonth, Share> cancellations,
        SortedMap<LocalDate, @Nullable Double> means,
        List<Part> parts,
        List<Load> load,
        List<PlayResults.Result> plays,
        Map<String, Effectiveness> effects) {

    /** Where the accounts behind a figure are listed; {@code null} if the day is past. */
    @Nullable
    String accountsWith(String name, String value) {
        return link("/accounts", Map.of("csm", "all", name, value));
    }

    @Nullable
    String accountsOf(Load load) {
        return link(
                "/accounts",
                Map.of("csm", load.csm() == null ? "none" : load.csm().toString()));
    }

    @Nullable
    String tasksOf(Load load) {
        return load.csm() == null
                ? null
                : link("/tasks", Map.of("member", load.csm().toString()));
    }

    private @Nullable String link(String path, Map<String, String> parameters) {
        return past ? null : new Address(path, parameters).toString();
    }

    /** Percent with one decimal; 0 of nothing. */
    static double percent(long part, long whole) {
        return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 10.0;
    }
}
