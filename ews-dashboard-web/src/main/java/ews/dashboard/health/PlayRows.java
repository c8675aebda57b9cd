package ews.dashboard.health;

import ews.dashboard.plays.PlayResults.Result;
import ews.dashboard.view.Figures;
import ews.domain.play.Outcome;
import ews.plays.effect.Comparison;
import ews.plays.effect.Effectiveness;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the plays came to.
 *
 * @param answer in one sentence
 * @param helped the plays with which more accounts recovered than without, beyond chance; {@code null} if there is none
 * @param outcomes the labels of the columns between those that run and those that were cancelled
 */
record PlayRows(String answer, @Nullable String helped, List<String> outcomes, List<Row> rows) {

    /** @param outcomes in the order of the labels */
    record Row(
            String name,
            String started,
            String running,
            List<String> outcomes,
            String cancelled,
            @Nullable String href) {}

    static PlayRows of(Numbers numbers) {
        return new PlayRows(
                answer(numbers.plays()),
                helped(numbers),
                Stream.of(Outcome.values()).map(Outcome::label).toList(),
                numbers.plays().stream().map(result -> row(result, numbers)).toList());
    }

    private static String answer(List<Result> results) {
        long ended = results.stream().mapToLong(Result::finished).sum();
        long well = results.stream()
                .mapToLong(result -> result.with(Outcome.SAVED) + result.with(Outcome.IMPROVED))
                .sum();
        return ended == 0
                ? "No run has ended with an outcome yet."
                : "%s of %s that ended with an outcome saved or improved the account (%s)."
                        .formatted(
                                Figures.whole(well), Figures.count(ended, "run", "runs"), Figures.percent(well, ended));
    }

    private static @Nullable String helped(Numbers numbers) {
        String plays = numbers.plays().stream()
                .flatMap(result -> Optional.ofNullable(numbers.effects().get(result.key()))
                        .map(Effectiveness::comparison)
                        .filter(Comparison::speaksForThePlay)
                        .map(it -> "%s (%d points more than without)"
                                .formatted(
                                        result.name(),
                                        Math.round(it.difference().value() * 100)))
                        .stream())
                .collect(Collectors.joining(", "));
        return plays.isEmpty() ? null : "Beyond chance, more accounts recovered with %s.".formatted(plays);
    }

    private static Row row(Result result, Numbers numbers) {
        return new Row(
                result.name(),
                Figures.whole(result.started()),
                Figures.whole(result.running()),
                Stream.of(Outcome.values())
                        .map(outcome -> Figures.whole(result.with(outcome)))
                        .toList(),
                Figures.whole(result.cancelled()),
                numbers.past() ? null : "/plays/" + result.key());
    }
}
