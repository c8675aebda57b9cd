package ews.detection.profile;

import ews.domain.metric.Measurement;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.Limit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is different between two profiles, in sentences. */
public final class ProfileChanges {

    private final List<String> sentences = new ArrayList<>();

    private ProfileChanges() {}

    /** Empty if nothing is. */
    public static List<String> between(HealthProfile before, HealthProfile after) {
        var changes = new ProfileChanges();
        changes.indicators(byMeasurement(before), byMeasurement(after));
        changes.limits(before.limits(), after.limits());
        changes.number("Good from", before.goodFrom(), after.goodFrom());
        changes.number("Average from", before.averageFrom(), after.averageFrom());
        changes.number("Margin", before.margin(), after.margin());
        changes.number("Least known weight, %", before.leastKnown(), after.leastKnown());
        return List.copyOf(changes.sentences);
    }

    private static Map<Measurement, Indicator> byMeasurement(HealthProfile profile) {
        var indicators = new LinkedHashMap<Measurement, Indicator>();
        profile.indicators().forEach(it -> indicators.put(it.measurement(), it));
        return indicators;
    }

    private void indicators(Map<Measurement, Indicator> before, Map<Measurement, Indicator> after) {
        before.forEach((measurement, indicator) -> {
            if (!after.containsKey(measurement)) {
                sentences.add("%s is not an indicator any more (weight %d)"
                        .formatted(measurement.label(), indicator.weight()));
            }
        });
        after.forEach((measurement, now) -> {
            Indicator was = before.get(measurement);
            if (was == null) {
                sentences.add("%s is a new indicator (weight %d, fully poor at %s, fully good at %s)"
                        .formatted(
                                measurement.label(),
                                now.weight(),
                                say(measurement, now.poorAt()),
                                say(measurement, now.goodAt())));
            } else {
                indicator(measurement, was, now);
            }
        });
    }

    private void indicator(Measurement measurement, Indicator before, Indicator after) {
        String name = measurement.label();
        number(name + ": weight", before.weight(), after.weight());
        text(name + ": fully poor at", say(measurement, before.poorAt()), say(measurement, after.poorAt()));
        text(name + ": fully good at", say(measurement, before.goodAt()), say(measurement, after.goodAt()));
        text(name + ": too much is", spot(measurement, before), spot(measurement, after));
        text(name + ": group", before.group().label(), after.group().label());
        text(name + ": without data", before.missing().label(), after.missing().label());
    }

    private void limits(List<Limit> before, List<Limit> after) {
        before.stream().filter(it -> !after.contains(it)).forEach(it -> sentences.add("No longer: " + it.text()));
        after.stream().filter(it -> !before.contains(it)).forEach(it -> sentences.add("New limit: " + it.text()));
    }

    private void number(String what, int before, int after) {
        text(what, Integer.toString(before), Integer.toString(after));
    }

    private void text(String what, String before, String after) {
        if (!before.equals(after)) {
            sentences.add("%s %s, it was %s".formatted(what, after, before));
        }
    }

    private static String spot(Measurement measurement, Indicator indicator) {
        return indicator.sweetSpot() == null
                ? "never worse"
                : "worse from %s and fully poor at %s"
                        .formatted(
                                say(measurement, indicator.sweetSpot().goodUntil()),
                                say(measurement, indicator.sweetSpot().poorAgainAt()));
    }

    private static String say(Measurement measurement, double value) {
        return measurement.unit().say(value);
    }
}
