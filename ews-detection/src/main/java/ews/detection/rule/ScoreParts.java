package ews.detection.rule;

import ews.domain.event.EventType;
import ews.domain.metric.Metrics;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which events the parts of a score are computed from. */
final class ScoreParts {

    private ScoreParts() {}

    static Set<EventType> types(HealthScore score) {
        return types(score, _ -> true);
    }

    /** Of the parts without all of their points: those that have them all did not make the score poor. */
    static Set<EventType> typesOfLost(HealthScore score) {
        return types(score, part -> part.points().compareTo(part.weight()) < 0);
    }

    private static Set<EventType> types(HealthScore score, Predicate<Part> which) {
        return score.parts().stream()
                .filter(which)
                .flatMap(part ->
                        Metrics.eventTypes(part.indicator().measurement().definition()).stream())
                .collect(Collectors.toSet());
    }
}
