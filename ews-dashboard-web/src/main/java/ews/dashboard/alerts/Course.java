package ews.dashboard.alerts;

import ews.dashboard.view.Trend;
import ews.dashboard.view.Trend.Happening;
import ews.detection.alert.Alert;
import ews.detection.alert.AlertDetail;
import ews.detection.alert.Occurrence;
import ews.detection.rule.Severity;
import ews.detection.scoring.Health;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How what an alert is about went in the weeks before and since.
 *
 * @param of what the line shows
 */
public record Course(String of, Trend trend) {

    private static final int WEEKS_BEFORE = 12;
    private static final int LONGEST_DAYS = 180;

    /** Draws the line. */
    @Component
    static class Drawing {

        private final Health health;
        private final OrganisationDays days;

        Drawing(Health health, OrganisationDays days) {
            this.health = health;
            this.days = days;
        }

        /** What the rule measures, or the health score where a rule measures nothing; until today, or its end. */
        Course of(AlertDetail detail) {
            Alert alert = detail.alert();
            LocalDate last = alert.endedAt() == null ? days.today() : days.dayOf(alert.endedAt());
            LocalDate first = alert.raisedOn().minusWeeks(WEEKS_BEFORE);
            if (first.plusDays(LONGEST_DAYS).isBefore(last)) {
                last = first.plusDays(LONGEST_DAYS);
            }
            var over = new Days(first, last);
            Measurement measurement = detail.looksFor().shownBy();
            return measurement == null
                    ? new Course("Health score", line(scores(alert, over), over, 100.0, marks(detail)))
                    : new Course(
                            measurement.label(),
                            line(health.series(alert.account(), measurement, over), over, null, marks(detail)));
        }

        private SortedMap<LocalDate, @Nullable Double> scores(Alert alert, Days over) {
            var scores = new TreeMap<LocalDate, @Nullable Double>();
            health.history(alert.account(), over)
                    .forEach(day -> scores.put(
                            day.day(),
                            day.score() == null ? null : (Double) (day.score().tenths() / 10.0)));
            return scores;
        }

        private List<Happening> marks(AlertDetail detail) {
            Alert alert = detail.alert();
            var marks = new ArrayList<Happening>();
            marks.add(
                    new Happening(alert.raisedOn(), "alert-" + alert.nature().code(), "This alert: " + alert.title()));
            detail.others()
                    .forEach(it -> marks.add(new Happening(
                            it.raisedOn(), "alert-" + it.nature().code(), "The same rule: " + it.title())));
            if (alert.endedAt() != null) {
                marks.add(new Happening(
                        days.dayOf(alert.endedAt()), "contract", alert.status().label()));
            }
            return marks;
        }

        private static Trend line(
                SortedMap<LocalDate, @Nullable Double> values,
                Days over,
                @Nullable Double most,
                List<Happening> marks) {
            double highest = values.values().stream()
                    .filter(Objects::nonNull)
                    .mapToDouble(it -> it)
                    .max()
                    .orElse(0);
            double high = most != null ? most : Math.max(1, Math.ceil(1.1 * highest));
            return Trend.of(values, over.first(), over.last(), 0, high, marks);
        }
    }

    /** A day on which the condition held, and how far it had gone then. */
    record Held(LocalDate day, String title, @Nullable String value) {

        /** The latest first. */
        static List<Held> of(List<Occurrence> occurrences, @Nullable Severity severity) {
            return occurrences.reversed().stream()
                    .map(it -> new Held(
                            it.day(),
                            it.title(),
                            it.value() == null || severity == null
                                    ? null
                                    : severity.unit().say(it.value())))
                    .toList();
        }
    }
}
