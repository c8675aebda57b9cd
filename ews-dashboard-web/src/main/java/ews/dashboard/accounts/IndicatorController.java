package ews.dashboard.accounts;

import ews.dashboard.view.Address;
import ews.dashboard.view.AsOf;
import ews.detection.scoring.AccountHealth;
import ews.detection.scoring.Health;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.event.EventType;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.metric.Metric;
import ews.domain.metric.Metrics;
import ews.domain.score.HealthScore;
import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.EventLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Opens one indicator of a score: what it measures, how that became points, each day of it, and the very events. */
@Controller
class IndicatorController {

    private static final int DAYS = 180;
    private static final int MOST_EVENTS = 25;

    private final AccountAccess access;
    private final Health health;
    private final EventLog log;
    private final Staleness staleness;
    private final EventLines lines;
    private final OrganisationDays days;

    IndicatorController(
            AccountAccess access,
            Health health,
            EventLog log,
            Staleness staleness,
            EventLines lines,
            OrganisationDays days) {
        this.access = access;
        this.health = health;
        this.log = log;
        this.staleness = staleness;
        this.lines = lines;
        this.days = days;
    }

    /** @param place in the profile, from 1 */
    @GetMapping("/accounts/{id:\\d+}/indicators/{place:\\d+}")
    String page(
            @PathVariable long id,
            @PathVariable int place,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        Account account = access.readable(new AccountId(id));
        LocalDate day = AsOf.parse(asOf, days.today());
        HealthScore score =
                health.of(account.id(), day).map(AccountHealth::score).orElseThrow(IndicatorController::notFound);
        if (place < 1 || place > score.parts().size()) {
            throw notFound();
        }
        HealthScore.Part part = score.parts().get(place - 1);
        Measurement measurement = part.indicator().measurement();
        model.addAttribute("account", account);
        model.addAttribute("asOf", day);
        boolean past = day.isBefore(days.today());
        model.addAttribute("past", past);
        model.addAttribute("stale", past ? null : staleness.of(account.id()).about(measurement));
        model.addAttribute("allEvents", allEvents(account, measurement, day));
        model.addAttribute(
                "it",
                IndicatorView.of(
                        score,
                        part,
                        health.series(account.id(), measurement, Days.endingWith(score.asOf(), DAYS)),
                        events(account, measurement, score.asOf())));
        return "accounts/indicator";
    }

    private List<EventLine> events(Account account, Measurement measurement, LocalDate day) {
        List<String> types = types(measurement);
        Instant end = days.startOf(day.plusDays(1));
        return types.isEmpty()
                ? List.of()
                : lines.of(log.recent(account.id(), end, MOST_EVENTS, types, feature(measurement)));
    }

    /** The page with all of them; {@code null} where no source sends them. */
    private static @Nullable String allEvents(Account account, Measurement measurement, LocalDate day) {
        List<String> types = types(measurement);
        if (types.isEmpty()) {
            return null;
        }
        var query = new TreeMap<String, String>();
        query.put("asOf", day.toString());
        query.put("type", String.join(",", types));
        String feature = feature(measurement);
        if (feature != null) {
            query.put("feature", feature);
        }
        return new Address("/accounts/%s/events".formatted(account.id()), query).toString();
    }

    private static List<String> types(Measurement measurement) {
        return Metrics.eventTypes(measurement.definition()).stream()
                .map(EventType::code)
                .toList();
    }

    private static @Nullable String feature(Measurement measurement) {
        return measurement.definition().isAbout(Metric.Subject.FEATURE) ? measurement.subject() : null;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
