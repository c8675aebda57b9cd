package ews.detection.configuration;

import ews.detection.rule.RuleKind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a rule looks for: {@code kind: decline, metric: active_users, days: 28, percent: 20, leastBefore: 10}. */
final class KindDocument {

    static final String KIND = "kind";
    static final String PERCENT = "percent";
    static final String LEAST_BEFORE = "leastBefore";
    static final String LEAST_AFTER = "leastAfter";
    static final String LEAST_PER_WEEK = "leastPerWeek";
    static final String DIRECTION = "direction";
    static final String FALSE_ALARMS = "falseAlarms";
    static final String OVER_AT = "overAt";
    static final String TIMES = "times";
    static final String FIRST = "first";
    static final String THEN = "then";
    static final String WITHOUT = "without";
    static final String PERCENT_OF_USUAL = "percentOfUsual";
    static final String USES_PER_USER = "usesPerUser";
    static final String LEAST_USERS = "leastUsers";
    static final String USES = "uses";
    static final String USERS = "users";
    static final String PERCENT_OF_ACTIVE = "percentOfActive";
    static final String TENURE_DAYS = "tenureDays";
    static final String BAND = "band";
    static final String POINTS = "points";
    static final String DATE = "date";
    static final String ATTRIBUTE = "attribute";
    static final String TYPE = "type";

    private KindDocument() {}

    /** The name comes first, and what does not count is left out. */
    static ObjectNode write(RuleKind kind) {
        return new KindWriter(kind).write();
    }

    static Optional<RuleKind> read(Place place) {
        int before = place.problems().size();
        return place.oneOf(KIND, List.of(KindName.values()))
                .map(name -> new KindReader(place).kind(name))
                .filter(_ -> place.problems().size() == before)
                .flatMap(kind -> place.make(null, kind));
    }
}
