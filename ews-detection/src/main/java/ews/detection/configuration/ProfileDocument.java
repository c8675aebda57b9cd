package ews.detection.configuration;

import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A health profile as a document. */
public final class ProfileDocument {

    private static final String INDICATORS = "indicators";
    private static final String LIMITS = "limits";
    private static final String GOOD_FROM = "goodFrom";
    private static final String AVERAGE_FROM = "averageFrom";
    private static final String MARGIN = "margin";
    private static final String LEAST_KNOWN = "leastKnown";

    private ProfileDocument() {}

    public static ObjectNode write(HealthProfile profile) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        profile.indicators().forEach(it -> node.withArray(INDICATORS).add(IndicatorDocument.write(it)));
        profile.limits().forEach(it -> node.withArray(LIMITS).add(LimitDocument.write(it)));
        return node.put(GOOD_FROM, profile.goodFrom())
                .put(AVERAGE_FROM, profile.averageFrom())
                .put(MARGIN, profile.margin())
                .put(LEAST_KNOWN, profile.leastKnown());
    }

    /**
     * @param at where it stands in the document that it is part of
     * @throws InvalidDocument if it is none
     */
    public static HealthProfile read(JsonNode node, String at) {
        var problems = new ArrayList<String>();
        Optional<HealthProfile> profile = read(new Place(at, node, problems));
        if (!problems.isEmpty()) {
            throw new InvalidDocument(problems);
        }
        return profile.orElseThrow();
    }

    static Optional<HealthProfile> read(Place place) {
        place.only(INDICATORS, LIMITS, GOOD_FROM, AVERAGE_FROM, MARGIN, LEAST_KNOWN);
        int before = place.problems().size();
        List<Indicator> indicators = place.items(INDICATORS, 1, 10).stream()
                .flatMap(it -> IndicatorDocument.read(it).stream())
                .toList();
        List<Limit> limits = place.items(LIMITS, 0, HealthProfile.MOST_LIMITS).stream()
                .flatMap(it -> LimitDocument.read(it).stream())
                .toList();
        OptionalInt good = place.whole(GOOD_FROM, 2, 100);
        OptionalInt average = place.whole(AVERAGE_FROM, 1, 99);
        OptionalInt margin =
                place.has(MARGIN) ? place.whole(MARGIN, 0, HealthProfile.WIDEST_MARGIN) : OptionalInt.of(0);
        OptionalInt known = place.whole(LEAST_KNOWN, 1, 100);
        return place.problems().size() > before
                ? Optional.empty()
                : place.make(
                        null,
                        () -> new HealthProfile(
                                indicators,
                                limits,
                                good.orElseThrow(),
                                average.orElseThrow(),
                                margin.orElseThrow(),
                                known.orElseThrow()));
    }
}
