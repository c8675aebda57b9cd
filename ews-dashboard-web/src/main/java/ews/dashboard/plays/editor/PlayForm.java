package ews.dashboard.plays.editor;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.ConditionFields;
import ews.dashboard.setup.Fields;
import ews.plays.Written;
import ews.plays.play.Definition;
import ews.plays.play.Due;
import ews.plays.play.Entry;
import ews.plays.play.Goal;
import ews.plays.play.NumberedStep;
import ews.plays.play.Play;
import ews.plays.play.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A play as typed. */
record PlayForm(
        @Nullable String name,
        @Nullable String description,
        @Nullable EntryFields entry,
        @Nullable List<StepFields> steps,
        @Nullable GoalFields goal,
        @Nullable String holdOut) {

    static final PlayForm BLANK = new PlayForm("", "", null, List.of(StepFields.blank(StepKind.TASK)), null, "0");

    /** Where steps as a whole are wrong. */
    static final String WHOLE = "steps";

    static PlayForm of(Play play) {
        return new PlayForm(
                play.name(),
                play.description(),
                EntryFields.of(play.definition().entry()),
                StepRows.of(play.steps()),
                GoalFields.of(play.definition().goal()),
                Integer.toString(play.definition().holdOut()));
    }

    /** What the form says, once it is right. */
    record Details(String name, String description, Definition definition) {}

    public List<StepFields> rows() {
        return steps == null ? List.of() : steps;
    }

    /** What was typed about who comes into it; where nothing was sent, what most plays have. */
    public EntryFields entering() {
        return entry == null ? EntryFields.of(Entry.BY_ALERT) : entry;
    }

    public GoalFields aim() {
        return goal == null ? GoalFields.NONE : goal;
    }

    public boolean isFull() {
        return rows().stream().filter(it -> !it.choice().isMark()).count() >= Play.MOST_STEPS;
    }

    /** How deep each row is in branches. */
    public List<Integer> depths() {
        return StepRows.depths(rows());
    }

    /** The number of each row as a step; 0 for those that are none. */
    public List<Integer> numbers() {
        var numbers = new ArrayList<Integer>();
        int number = 0;
        for (StepFields row : rows()) {
            numbers.add(row.choice().isMark() ? 0 : ++number);
        }
        return numbers;
    }

    PlayForm with(List<StepFields> rows) {
        return new PlayForm(name, description, entry, rows, goal, holdOut);
    }

    PlayForm withConditions(List<ConditionFields> rows) {
        return new PlayForm(name, description, entering().with(rows), steps, goal, holdOut);
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Details> read(Fields fields, Choices choices) {
        Optional<String> called = fields.text("name", typed(name), Written.LINE);
        Optional<String> about = fields.lines("description", typed(description), Written.TEXT);
        List<Step> read = StepRows.read(rows(), fields, choices);
        List<NumberedStep> numbered = NumberedStep.of(read);
        if (numbered.size() > Play.MOST_STEPS || rows().isEmpty()) {
            fields.wrong(WHOLE, "A play has 1 to %d steps.".formatted(Play.MOST_STEPS));
        }
        startIsCountedFromTheStart(fields);
        Optional<Entry> comesIn = entering().read(fields, choices);
        Optional<Goal> reached = aim().isNone() ? Optional.empty() : aim().read(fields);
        OptionalInt share =
                fields.whole("holdOut", typed(holdOut).isEmpty() ? "0" : typed(holdOut), 0, Play.MOST_HELD_OUT);
        return fields.areRight()
                ? Optional.of(new Details(
                        called.orElseThrow(),
                        about.orElseThrow(),
                        new Definition(comesIn.orElseThrow(), read, reached.orElse(null), share.orElseThrow())))
                : Optional.empty();
    }

    private void startIsCountedFromTheStart(Fields fields) {
        for (int row = 0; row < rows().size(); row++) {
            StepKind kind = rows().get(row).choice();
            if (kind.isWork()) {
                if (typed(rows().get(row).from()).equals(Due.From.PREVIOUS_STEP.name())) {
                    fields.wrong("steps[%d].from".formatted(row), "No step before has a due day.");
                }
                return;
            }
            if (kind.isWait()) {
                return;
            }
        }
    }
}
