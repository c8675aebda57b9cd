package ews.domain.metric;

import ews.domain.fact.Change;
import ews.domain.fact.Touch;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;

/** How we keep in touch with the account. */
final class EngagementMetrics {

    static final List<Metric> ALL = List.of(
            Metric.state(
                    "days_since_touch",
                    "Days since last touch",
                    Unit.DAYS,
                    "Days since the last e-mail, call or meeting that was logged",
                    (facts, _, window) -> {
                        List<Touch> touches = Change.upTo(facts.touches(), window.last());
                        return touches.isEmpty()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(ChronoUnit.DAYS.between(
                                        touches.getLast().day(), window.last()));
                    }),
            Metric.within(
                    "touches",
                    "Touches",
                    Unit.TOUCHES,
                    "E-mails, calls and meetings that were logged in the window; none before the first one",
                    (facts, _, window) -> {
                        List<Touch> touches = Change.upTo(facts.touches(), window.last());
                        return touches.isEmpty()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(touches.stream()
                                        .filter(it -> window.contains(it.day()))
                                        .count());
                    }));

    private EngagementMetrics() {}
}
