package ews.dashboard.health;

import ews.dashboard.plays.PlayResults;
import ews.dashboard.view.AsOf;
import ews.domain.score.Band;
import ews.domain.time.OrganisationDays;
import ews.plays.effect.Effects;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The executive report, of today or of any past day. */
@Controller
class HealthController {

    private static final int WEEKS = 52;
    private static final int MONTHS = 12;

    private final HealthReports reports;
    private final PlayResults plays;
    private final Effects effects;
    private final OrganisationDays days;

    HealthController(HealthReports reports, PlayResults plays, Effects effects, OrganisationDays days) {
        this.reports = reports;
        this.plays = plays;
        this.effects = effects;
        this.days = days;
    }

    @GetMapping("/health")
    String report(@RequestParam(required = false) @Nullable String asOf, Model model) {
        LocalDate day = AsOf.parse(asOf, days.today());
        model.addAttribute("page", HealthPage.of(numbers(day)));
        return "health/report";
    }

    private Numbers numbers(LocalDate day) {
        var before = new TreeMap<Integer, Map<Band, HealthReports.Share>>();
        for (int ago : List.of(30, 90)) {
            before.put(ago, reports.bands(day.minusDays(ago)));
        }
        return new Numbers(
                day,
                day.isBefore(days.today()),
                reports.bands(day),
                before,
                reports.cancellations(YearMonth.from(day).minusMonths(MONTHS - 1), day),
                reports.means(weeksUntil(day)),
                reports.parts(day),
                reports.load(day),
                plays.until(day),
                day.isBefore(days.today()) ? Map.of() : effects.all());
    }

    private static List<LocalDate> weeksUntil(LocalDate day) {
        return Stream.iterate(day.minusWeeks(WEEKS), it -> it.plusWeeks(1))
                .limit(WEEKS + 1)
                .toList();
    }
}
