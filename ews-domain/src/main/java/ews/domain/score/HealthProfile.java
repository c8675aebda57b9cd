package ews.domain.score;

import java.util.List;

/**
 * How the health of a segment's accounts is measured.
 *
 * @param indicators one to ten, weights adding up to 100
 * @param goodFrom the lowest score that is good
 * @param averageFrom the lowest score that is average; below it is poor
 * @param leastKnown the share of the weights (in percent) that must have data, or else the score is unknown
 */
public record HealthProfile(List<Indicator> indicators, int goodFrom, int averageFrom, int leastKnown) {

    public HealthProfile {
        indicators = List.copyOf(indicators);
        if (indicators.isEmpty() || indicators.size() > 10) {
            throw new IllegalArgumentException("A profile has 1 to 10 indicators, not " + indicators.size());
        }
        int sum = indicators.stream().mapToInt(Indicator::weight).sum();
        if (sum != 100) {
            throw new IllegalArgumentException("The weights must add up to 100; they add up to " + sum);
        }
        if (averageFrom < 1 || goodFrom <= averageFrom || goodFrom > 100) {
            throw new IllegalArgumentException(
                    "Good must begin above average, and both between 1 and 100; not %d and %d"
                            .formatted(goodFrom, averageFrom));
        }
        if (leastKnown < 1 || leastKnown > 100) {
            throw new IllegalArgumentException("The least known share must be 1 to 100 %, not " + leastKnown);
        }
    }

    public Band bandOf(Points score) {
        return score.tenths() >= goodFrom * 10
                ? Band.GOOD
                : score.tenths() >= averageFrom * 10 ? Band.AVERAGE : Band.POOR;
    }
}
