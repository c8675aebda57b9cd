package ews.dashboard.tasks;

import ews.dashboard.view.Undoable;
import ews.plays.task.Move;
import ews.plays.task.TaskId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Takes back that tasks were moved. */
record MovesBack(List<Move> moves) implements Undoable {

    private static final String MOVE = "(\\d{1,18}) (\\S{10}) (\\S{10})";

    @Override
    public String path() {
        return "/tasks/undo";
    }

    @Override
    public List<Field> fields() {
        return moves.stream()
                .map(move -> new Field("move", "%s %s %s".formatted(move.task(), move.from(), move.to())))
                .toList();
    }

    /**
     * Reads what a form sent.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    static List<Move> read(List<String> fields) {
        return fields.stream().map(MovesBack::move).toList();
    }

    private static Move move(String field) {
        if (!field.matches(MOVE)) {
            throw unreadable();
        }
        String[] parts = field.split(" ");
        try {
            return new Move(
                    new TaskId(Long.parseLong(parts[0])), "", LocalDate.parse(parts[1]), LocalDate.parse(parts[2]));
        } catch (DateTimeParseException e) {
            throw unreadable();
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("There is nothing to undo.");
    }
}
