package ews.detection.rule;

import static java.util.stream.Collectors.joining;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.domain.event.EventType;
import ews.domain.fact.Days;
import ews.domain.metric.Metrics;
import ews.domain.metric.Unit;
import ews.domain.score.HealthScore.Part;
import ews.domain.source.Reservation.Silent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source that told of the account has sent nothing for longer than it usually does.
 *
 * @param type of the events that are missed; {@code null} for any
 * @param days for how many days at least; 0 as soon as it is longer than usual
 */
public record SilentSource(@Nullable EventType type, int days) implements RuleKind {

    public SilentSource {
        Words.check("Days", days, 0, 90);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        List<Silent> silent = occasion.reservations().stream()
                .filter(Silent.class::isInstance)
                .map(Silent.class::cast)
                .filter(it -> type == null || it.type() == type)
                .sorted(Comparator.comparing(Silent::since))
                .toList();
        Optional<Silent> longest = silent.stream().findFirst();
        if (longest.isEmpty()) {
            return new Quiet("No source that tells of the account has been silent for longer than usual.");
        }
        long lasts = daysOf(longest.get(), occasion.asOf());
        return lasts < days
                ? new Quiet("%s has been silent for %s.".formatted(longest.get().source(), Words.days(lasts)))
                : new Raised(evidence(occasion, silent, lasts));
    }

    private static long daysOf(Silent silent, LocalDate asOf) {
        return ChronoUnit.DAYS.between(silent.since().toLocalDate(), asOf);
    }

    private static Evidence evidence(Occasion occasion, List<Silent> silent, long lasts) {
        Silent longest = silent.getFirst();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("Silent for", Words.days(lasts)));
        figures.add(new Figure("Usually at most", Words.days(longest.usualDays())));
        String stale = stale(occasion, silent);
        if (!stale.isEmpty()) {
            figures.add(new Figure("Indicators that are out of date", stale));
        }
        return new Evidence(
                "%s has sent no %s events for %s"
                        .formatted(longest.source(), longest.type().code(), Words.days(lasts)),
                new Days(longest.since().toLocalDate(), occasion.asOf()),
                figures,
                silent.stream()
                        .map(it -> new Line(
                                it.since().toLocalDate(),
                                "Last %s event of %s".formatted(it.type().code(), it.source())))
                        .toList(),
                null,
                new Severity("the silence", lasts, 2.0 * Math.max(1, lasts), Unit.DAYS));
    }

    private static String stale(Occasion occasion, List<Silent> silent) {
        List<EventType> types = silent.stream().map(Silent::type).toList();
        return occasion.score().parts().stream()
                .map(Part::indicator)
                .map(it -> it.measurement())
                .filter(it -> Metrics.eventTypes(it.definition()).stream().anyMatch(types::contains))
                .map(it -> it.label())
                .distinct()
                .collect(joining(", "));
    }

    @Override
    public String text() {
        return "a source that tells of the account has sent no %s%s"
                .formatted(
                        type == null ? "events of some type" : type.code() + " events",
                        days == 0
                                ? " for longer than usual"
                                : " for %s, longer than usual".formatted(Words.days(days)));
    }
}
