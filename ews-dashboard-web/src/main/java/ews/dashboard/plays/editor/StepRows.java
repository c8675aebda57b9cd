package ews.dashboard.plays.editor;

import ews.dashboard.setup.Fields;
import ews.domain.segment.Condition;
import ews.plays.play.Step;
import ews.plays.play.Step.BranchStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a play as rows, in the order in which people read them: a branch, its steps, {@link StepKind#OTHERWISE},
 * the steps otherwise, {@link StepKind#END}. Rows can so be moved one by one, also into a branch and out of it.
 */
final class StepRows {

    private final List<StepFields> rows;
    private final Fields fields;
    private final Choices choices;
    private int next;

    private StepRows(List<StepFields> rows, Fields fields, Choices choices) {
        this.rows = rows;
        this.fields = fields;
        this.choices = choices;
    }

    static List<StepFields> of(List<Step> steps) {
        var rows = new ArrayList<StepFields>();
        for (Step step : steps) {
            rows.add(StepFields.of(step));
            if (step instanceof BranchStep branch) {
                rows.addAll(of(branch.then()));
                rows.add(StepFields.blank(StepKind.OTHERWISE));
                rows.addAll(of(branch.otherwise()));
                rows.add(StepFields.blank(StepKind.END));
            }
        }
        return rows;
    }

    /** The steps that the rows say; not all of them if something is wrong, which {@code fields} then tells. */
    static List<Step> read(List<StepFields> rows, Fields fields, Choices choices) {
        var reading = new StepRows(rows, fields, choices);
        List<Step> steps = reading.block();
        while (reading.next < rows.size()) {
            fields.wrong(reading.at() + "kind", "This belongs into a branch: please move it, or remove it.");
            reading.next++;
            steps.addAll(reading.block());
        }
        return steps;
    }

    /** How deep each row is in branches; the marks of a branch are as deep as the branch itself. */
    static List<Integer> depths(List<StepFields> rows) {
        var depths = new ArrayList<Integer>();
        int depth = 0;
        for (StepFields row : rows) {
            if (row.choice().isMark()) {
                depths.add(Math.max(0, depth - 1));
                depth = row.choice() == StepKind.END ? Math.max(0, depth - 1) : depth;
            } else {
                depths.add(depth);
                depth += row.choice().isBranch() ? 1 : 0;
            }
        }
        return depths;
    }

    /** Up to a mark or to the end. */
    private List<Step> block() {
        var steps = new ArrayList<Step>();
        while (next < rows.size() && !rows.get(next).choice().isMark()) {
            if (rows.get(next).choice().isBranch()) {
                branch().ifPresent(steps::add);
            } else {
                rows.get(next).read(fields, at(), choices).ifPresent(steps::add);
                next++;
            }
        }
        return steps;
    }

    private Optional<Step> branch() {
        String at = at();
        Optional<? extends Condition> condition = rows.get(next).condition(fields, at);
        next++;
        List<Step> then = block();
        List<Step> otherwise = List.of();
        if (isAt(StepKind.OTHERWISE)) {
            next++;
            otherwise = block();
        }
        if (isAt(StepKind.END)) {
            next++;
        } else {
            fields.wrong(at + "kind", "The end of this branch is missing: please add it, or remove the branch.");
        }
        List<Step> unless = otherwise;
        return condition.map(it -> new BranchStep(it, then, unless));
    }

    private boolean isAt(StepKind kind) {
        return next < rows.size() && rows.get(next).choice() == kind;
    }

    private String at() {
        return "steps[%d].".formatted(next);
    }
}
