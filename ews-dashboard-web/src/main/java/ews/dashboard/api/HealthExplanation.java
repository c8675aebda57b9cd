package ews.dashboard.api;

import ews.detection.scoring.AccountHealth;
import ews.domain.metric.Unit;
import ews.domain.score.BandOverride;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import ews.domain.score.Indicator;
import ews.domain.score.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why an account's health is what it is, in words.
 *
 * @param sum how the points add up: {@code 21.4 + 12.0 − 2.1 = 31.3}
 * @param sentences the segment, each indicator, what limits the score, what somebody decided, and what changed
 */
record HealthExplanation(String sum, List<String> sentences) {

    static HealthExplanation of(AccountHealth health) {
        HealthScore score = health.score();
        var sentences = new ArrayList<String>();
        sentences.add("Segment %s: %s. Profile version %d."
                .formatted(health.segment().name(), health.segment().rule(), health.profileVersion()));
        score.parts().forEach(part -> sentences.add(sentence(part, score.points() != null)));
        if (score.adjustment() != null) {
            sentences.add("%s (%s points)."
                    .formatted(
                            score.adjustment().limit().text(),
                            score.adjustment().points().signed()));
        }
        BandOverride override = score.override();
        if (override != null) {
            sentences.add("%s decided on %s: %s. It counts until %s."
                    .formatted(
                            override.author(),
                            override.band().label().toLowerCase(Locale.ROOT),
                            override.reason(),
                            override.until()));
        }
        sentences.add("In 7 days: " + health.since7Days().story());
        sentences.add("In 30 days: " + health.since30Days().story());
        return new HealthExplanation(sum(score), List.copyOf(sentences));
    }

    private static String sentence(Part part, boolean scored) {
        Indicator indicator = part.indicator();
        Unit unit = indicator.measurement().unit();
        String name = "%s: %s"
                .formatted(indicator.group().label(), indicator.measurement().label());
        if (part.value().isEmpty()) {
            return "%s: no data, %s.".formatted(name, indicator.missing().label());
        }
        return "%s: %s%s; %s is fully good, %s fully poor."
                .formatted(
                        name,
                        unit.say(part.value().getAsDouble()),
                        scored
                                ? ", %s of %s points"
                                        .formatted(
                                                part.points().text(),
                                                part.weight().text())
                                : "",
                        unit.say(indicator.goodAt()),
                        unit.say(indicator.poorAt()));
    }

    private static String sum(HealthScore score) {
        if (score.points() == null) {
            return "Only %d of 100 points of weight have data, too few for a score".formatted(score.knownWeight());
        }
        String parts = score.parts().stream()
                .filter(part -> !part.weight().isZero())
                .map(part -> part.points().text())
                .collect(Collectors.joining(" + "));
        return "%s%s = %s".formatted(parts, limit(score), score.points().text());
    }

    private static String limit(HealthScore score) {
        if (score.adjustment() == null) {
            return "";
        }
        Points points = score.adjustment().points();
        return points.isNegative() ? " − " + Points.ZERO.minus(points).text() : " + " + points.text();
    }
}
