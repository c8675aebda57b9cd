package ews.bench;

import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A profile made from the starter profile of each segment. */
record Variant(String name, UnaryOperator<HealthProfile> change) {

    private static final Indicator EVENTS_FROM_0_TO_100 =
            usage(new Measurement("usage_events", 28).as(Form.PEERS), 0, 100);
    private static final Indicator EVENTS_AGAINST_PEERS =
            usage(new Measurement("usage_events", 28).as(Form.PEERS), 10, 60);

    /** @param features the most used ones, at most ten */
    static List<Variant> all(List<String> features) {
        Indicator users = usage(new Measurement("active_users", 28).as(Form.PEERS), 10, 60);
        List<Indicator> each = features.stream()
                .map(it -> usage(new Measurement("feature_events", 28, it).as(Form.PEERS), 0, 100))
                .toList();
        return List.of(
                new Variant("starter", it -> it),
                new Variant("starter, usage as events against peers", it -> with(it, EVENTS_AGAINST_PEERS)),
                new Variant("starter, usage as users against peers", it -> with(it, users)),
                new Variant("events against peers alone", it -> only(it, List.of(EVENTS_AGAINST_PEERS))),
                new Variant("events against peers alone, from 0 to 100", it -> only(it, List.of(EVENTS_FROM_0_TO_100))),
                new Variant("starter and five more ways to read usage", Variant::wide),
                new Variant("each of the most used features against peers", it -> only(it, each)));
    }

    Map<Integer, HealthProfile> of(Map<Integer, HealthProfile> starters) {
        var changed = new TreeMap<Integer, HealthProfile>();
        starters.forEach((segment, profile) -> changed.put(segment, change.apply(profile)));
        return changed;
    }

    private static HealthProfile with(HealthProfile profile, Indicator usage) {
        var indicators = new ArrayList<>(profile.indicators());
        indicators.set(0, usage.weighing(indicators.getFirst().weight()));
        return only(profile, indicators);
    }

    private static HealthProfile wide(HealthProfile profile) {
        var indicators = new ArrayList<>(profile.indicators());
        indicators.add(EVENTS_AGAINST_PEERS);
        indicators.add(usage(new Measurement("active_users", 28).as(Form.PEERS), 10, 60));
        indicators.add(usage(new Measurement("usage_events", 28).as(Form.CHANGE), 60, 95));
        indicators.add(usage(new Measurement("active_days", 14).as(Form.PEERS), 10, 60));
        indicators.add(usage(new Measurement("days_since_usage", 28), 14, 1));
        indicators.replaceAll(it -> it.weighing(1));
        return only(profile, indicators);
    }

    /** With weights in the proportion of the indicators', or as near as whole points allow. */
    private static HealthProfile only(HealthProfile profile, List<Indicator> indicators) {
        int sum = indicators.stream().mapToInt(Indicator::weight).sum();
        var weighed = new ArrayList<Indicator>();
        int before = 0;
        int given = 0;
        for (Indicator indicator : indicators) {
            before += indicator.weight();
            int weight = before * 100 / sum - given;
            given += weight;
            weighed.add(indicator.weighing(weight));
        }
        return new HealthProfile(
                weighed,
                profile.limits(),
                profile.goodFrom(),
                profile.averageFrom(),
                profile.margin(),
                profile.leastKnown());
    }

    private static Indicator usage(Measurement measurement, double poorAt, double goodAt) {
        return new Indicator(IndicatorGroup.PRODUCT_USAGE, measurement, poorAt, goodAt, 10, MissingData.EXCLUDED);
    }
}
