package ews.dashboard.plays.editor;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.plays.Written;
import ews.plays.play.Due;
import ews.plays.play.Play;
import ews.plays.play.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A play as typed. */
record PlayForm(
        @Nullable String name,
        @Nullable String description,
        @Nullable List<StepFields> steps) {

    static final PlayForm BLANK = new PlayForm("", "", List.of(StepFields.blank(StepKind.TASK)));

    /** Where steps as a whole are wrong. */
    static final String WHOLE = "steps";

    static PlayForm of(Play play) {
        return new PlayForm(
                play.name(),
                play.description(),
                play.steps().stream().map(StepFields::of).toList());
    }

    /** What the form says, once it is right. */
    record Details(String name, String description, List<Step> steps) {}

    public List<StepFields> rows() {
        return steps == null ? List.of() : steps;
    }

    public boolean isFull() {
        return rows().size() >= Play.MOST_STEPS;
    }

    PlayForm with(List<StepFields> rows) {
        return new PlayForm(name, description, rows);
    }

    /**
     * Empty if something is wrong, which {@code fields} then tells.
     *
     * @param lists the keys of the watch lists that there are
     */
    Optional<Details> read(Fields fields, List<String> lists) {
        Optional<String> called = fields.text("name", typed(name), Written.LINE);
        Optional<String> about = fields.lines("description", typed(description), Written.TEXT);
        if (rows().isEmpty() || rows().size() > Play.MOST_STEPS) {
            fields.wrong(WHOLE, "A play has 1 to %d steps.".formatted(Play.MOST_STEPS));
        }
        var read = new ArrayList<Step>();
        boolean first = true;
        for (int i = 0; i < rows().size(); i++) {
            String at = "steps[%d].".formatted(i);
            Optional<Step> step = rows().get(i).read(fields, at, lists);
            Due due = step.map(Step::due).orElse(null);
            if (first && due != null && due.from() == Due.From.PREVIOUS_STEP) {
                fields.wrong(at + "from", "No step before has a due day.");
            }
            first &= rows().get(i).choice() == StepKind.WATCH_LIST;
            step.ifPresent(read::add);
        }
        return fields.areRight()
                ? Optional.of(new Details(called.orElseThrow(), about.orElseThrow(), read))
                : Optional.empty();
    }
}
