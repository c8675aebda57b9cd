package ews.dashboard.api;

import ews.detection.configuration.ProfileDocument;
import ews.detection.past.RocArea;
import ews.detection.past.RocGain;
import ews.detection.suggestion.Finding;
import ews.detection.suggestion.Learning.Learned;
import ews.detection.suggestion.Span;
import ews.detection.suggestion.Suggestion;
import ews.domain.score.HealthProfile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far a look at the past is, and what it found.
 *
 * @param version of the profile that counted when it was asked for
 * @param steps how many there are
 * @param done how many of them are done
 * @param finding {@code null} until everything was looked at
 */
record SuggestionView(
        String id,
        String segment,
        int version,
        String state,
        String author,
        Instant startedAt,
        int steps,
        int done,
        @Nullable FindingView finding) {

    /**
     * What the past says.
     *
     * @param kind {@code weights}, {@code nothing} (no indicator was worse before cancellations) or {@code too_few}
     * @param trainingNeeded cancellations that it takes to learn from; only where there are too few
     * @param judgedNeeded cancellations that it takes to judge by; only where there are too few
     * @param weights of the indicators in their order; empty if none are suggested
     */
    record FindingView(
            String kind,
            Span training,
            @Nullable Integer trainingNeeded,
            Span judged,
            @Nullable Integer judgedNeeded,
            List<WeightView> weights,
            @Nullable RocArea areaNow,
            @Nullable RocArea areaSuggested,
            @Nullable RocGain gain) {}

    /** @param lesson {@code counts}, {@code nothing} or {@code too_little_data}, which keeps its weight */
    record WeightView(JsonNode indicator, int now, int suggested, String lesson) {}

    static SuggestionView of(Suggestion suggestion, String segment) {
        Finding finding = suggestion.finding();
        return new SuggestionView(
                suggestion.id().toString(),
                segment,
                suggestion.version(),
                suggestion.state().name().toLowerCase(Locale.ROOT),
                suggestion.author(),
                suggestion.startedAt(),
                suggestion.steps(),
                suggestion.done(),
                finding == null ? null : of(finding, suggestion.profile()));
    }

    private static FindingView of(Finding finding, HealthProfile profile) {
        return switch (finding) {
            case Finding.TooFew it ->
                new FindingView(
                        "too_few",
                        it.training(),
                        it.trainingNeeded(),
                        it.judged(),
                        it.judgedNeeded(),
                        List.of(),
                        null,
                        null,
                        null);
            case Finding.Nothing it ->
                new FindingView("nothing", it.training(), null, it.judged(), null, List.of(), null, null, null);
            case Finding.Weights it ->
                new FindingView(
                        "weights",
                        it.training(),
                        null,
                        it.judged(),
                        null,
                        weights(profile, it.learned()),
                        it.now(),
                        it.suggested(),
                        it.gain());
        };
    }

    private static List<WeightView> weights(HealthProfile profile, List<Learned> learned) {
        JsonNode indicators = ProfileDocument.write(profile).path("indicators");
        return IntStream.range(0, learned.size())
                .mapToObj(it -> new WeightView(
                        indicators.path(it),
                        profile.indicators().get(it).weight(),
                        learned.get(it).weight(),
                        learned.get(it).lesson().name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
