package ews.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import ews.detection.scoring.AccountHealth;
import ews.domain.account.Account;
import ews.domain.score.BandOverride;
import ews.domain.score.HealthScore.Part;
import ews.domain.score.Indicator;
import ews.domain.score.Points;
import ews.domain.score.ScoreChange;
import ews.domain.score.ScoreChange.PartChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The health of an account as of a day. The points of the indicators and of the limit add up to the score, and
 * their changes to its change, exactly; what has no data is {@code null}.
 *
 * @param asOf the day asked for
 * @param scoredOn the day of the score: the same, or the last day of an account that was cancelled before
 * @param score 0 to 100 with one decimal; {@code null} where the band is unknown
 * @param limit what took from the points of the indicators or gave to them; {@code null} if nothing did
 * @param override who decided on another band than the computed one; {@code null} if nobody did
 * @param knownWeight the sum of the weights of indicators that had data, 0 to 100
 */
record HealthView(
        String account,
        String name,
        LocalDate asOf,
        LocalDate scoredOn,
        @Nullable Points score,
        String band,
        SegmentView segment,
        int profileVersion,
        int knownWeight,
        List<IndicatorView> indicators,
        @Nullable LimitView limit,
        @Nullable OverrideView override,
        Changes<ChangeView> change,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SinceView since,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HealthExplanation explanation) {

    /** @param points negative for a cap, positive for a floor */
    record LimitView(String text, Points points) {}

    record OverrideView(String band, String reason, String author, LocalDate from, LocalDate until) {

        static OverrideView of(BandOverride override) {
            return new OverrideView(
                    override.band().code(), override.reason(), override.author(), override.from(), override.until());
        }
    }

    /** What changed since the day that was asked for. */
    record SinceView(LocalDate day, @Nullable Points score, String story) {}

    /** @param rule what put the account there, in words */
    record SegmentView(String key, String name, String rule) {}

    /** Since 7 and since 30 days before. */
    record Changes<T>(T d7, T d30) {}

    /**
     * The change of the score.
     *
     * @param story the change in one sentence
     * @param former indicators of the profile of that day that the one of today does not have
     */
    record ChangeView(@Nullable Points score, String story, List<FormerIndicator> former) {}

    /** @param points the change: minus what it had */
    record FormerIndicator(String group, String label, Points points) {}

    /**
     * What one indicator contributed.
     *
     * @param weight the most points that it could have got
     * @param poorAt the value at which it gets no points
     * @param goodAt the value at which it gets all of its weight
     */
    record IndicatorView(
            String group,
            String label,
            String metric,
            int days,
            @Nullable String subject,
            String form,
            String unit,
            @Nullable Double value,
            Points points,
            Points weight,
            double poorAt,
            double goodAt,
            Changes<IndicatorChange> changes) {}

    /** @param was the value of that day */
    record IndicatorChange(@Nullable Double was, @Nullable Double value, Points points) {

        static IndicatorChange of(PartChange change) {
            boolean both = change.was().isPresent() && change.is().isPresent();
            return new IndicatorChange(
                    orNull(change.was()),
                    both ? change.is().getAsDouble() - change.was().getAsDouble() : null,
                    change.change());
        }
    }

    static HealthView of(
            Account account, LocalDate asOf, @Nullable LocalDate since, boolean explain, AccountHealth health) {
        var score = health.score();
        return new HealthView(
                account.key(),
                account.name(),
                asOf,
                score.asOf(),
                score.points(),
                score.band().code(),
                new SegmentView(
                        health.segment().key(),
                        health.segment().name(),
                        health.segment().rule()),
                health.profileVersion(),
                score.knownWeight(),
                indicators(health),
                score.adjustment() == null
                        ? null
                        : new LimitView(
                                score.adjustment().limit().text(),
                                score.adjustment().points()),
                score.override() == null ? null : OverrideView.of(score.override()),
                new Changes<>(change(health.since7Days(), health), change(health.since30Days(), health)),
                since == null ? null : since(since, health.sinceChosen()),
                explain ? HealthExplanation.of(health) : null);
    }

    private static SinceView since(LocalDate day, ScoreChange change) {
        return new SinceView(day, change.change().orElse(null), change.story());
    }

    /** A change lists the indicators of today's profile first, in their order, and former ones after them. */
    private static List<IndicatorView> indicators(AccountHealth health) {
        List<Part> parts = health.score().parts();
        return IntStream.range(0, parts.size())
                .mapToObj(i -> indicator(
                        parts.get(i),
                        new Changes<>(
                                IndicatorChange.of(health.since7Days().parts().get(i)),
                                IndicatorChange.of(health.since30Days().parts().get(i)))))
                .toList();
    }

    private static IndicatorView indicator(Part part, Changes<IndicatorChange> changes) {
        Indicator indicator = part.indicator();
        var measurement = indicator.measurement();
        return new IndicatorView(
                code(indicator),
                measurement.label(),
                measurement.metric(),
                measurement.days(),
                measurement.subject(),
                measurement.form().name().toLowerCase(Locale.ROOT),
                measurement.unit().name().toLowerCase(Locale.ROOT),
                orNull(part.value()),
                part.points(),
                part.weight(),
                indicator.poorAt(),
                indicator.goodAt(),
                changes);
    }

    private static ChangeView change(ScoreChange change, AccountHealth health) {
        return new ChangeView(
                change.change().orElse(null),
                change.story(),
                change.parts().stream()
                        .skip(health.score().parts().size())
                        .map(it -> new FormerIndicator(
                                code(it.indicator()),
                                it.indicator().measurement().label(),
                                it.change()))
                        .toList());
    }

    private static String code(Indicator indicator) {
        return indicator.group().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
