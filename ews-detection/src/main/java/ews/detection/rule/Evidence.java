package ews.detection.rule;

import ews.domain.fact.Days;
import ews.domain.score.IndicatorGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule raised an alert, complete in itself, so that it stays readable when facts, rules and profiles have moved on.
 *
 * @param title what happened, in one sentence with its numbers
 * @param window the days that the numbers are about
 * @param figures the numbers, most telling first
 * @param lines what is behind the numbers, oldest first
 * @param touches the indicator group that this moves; {@code null} if none
 * @param severity how far it has gone; {@code null} where the condition holds or does not, and knows no degrees
 */
public record Evidence(
        String title,
        Days window,
        List<Figure> figures,
        List<Line> lines,
        @Nullable IndicatorGroup touches,
        @Nullable Severity severity) {

    /** No more lines than somebody reads; the rest is summed up in the last one. */
    private static final int MOST_LINES = 12;

    public Evidence {
        figures = List.copyOf(figures);
        lines = atMost(MOST_LINES, lines);
    }

    /** Of a condition without degrees. */
    public Evidence(
            String title, Days window, List<Figure> figures, List<Line> lines, @Nullable IndicatorGroup touches) {
        this(title, window, figures, lines, touches, null);
    }

    /** One number, and what it was before where that says something; both as they read, with their units. */
    public record Figure(
            String label, String value, @Nullable String before) {

        public Figure(String label, String value) {
            this(label, value, null);
        }
    }

    /**
     * Something that happened on a day.
     *
     * @param user the user that it is about; {@code null} if nobody in particular
     */
    public record Line(LocalDate day, String text, @Nullable Long user) {

        public Line(LocalDate day, String text) {
            this(day, text, null);
        }
    }

    public Evidence withLines(UnaryOperator<Line> change) {
        return new Evidence(title, window, figures, lines.stream().map(change).toList(), touches, severity);
    }

    private static List<Line> atMost(int most, List<Line> lines) {
        if (lines.size() <= most) {
            return List.copyOf(lines);
        }
        var shown = new ArrayList<>(lines.subList(0, most - 1));
        shown.add(new Line(lines.getLast().day(), "and %d more".formatted(lines.size() - most + 1)));
        return List.copyOf(shown);
    }
}
