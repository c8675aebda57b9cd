package ews.dashboard.health;

import ews.dashboard.plays.PlayResults.Result;
import ews.dashboard.view.Figures;
import ews.domain.play.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the plays came to.
 *
 * @param answer in one sentence
 * @param outcomes the labels of the columns between those that run and those that were cancelled
 */
record PlayRows(String answer, List<String> outcomes, List<Row> rows) {

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
