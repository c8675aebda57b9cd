package ews.dashboard.plays.editor;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.plays.Written;
import ews.plays.play.AssigneeRole;
import ews.plays.play.Due;
import ews.plays.play.Step;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WatchListStep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a play, as typed.
 *
 * @param kind the name of a {@link StepKind}; says which of the other fields count
 * @param who the name of an {@link AssigneeRole}
 * @param list the key of a watch list
 */
record StepFields(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String days,
        @Nullable String unit,
        @Nullable String from,
        @Nullable String who,
        @Nullable String list,
        @Nullable String reason) {

    static StepFields blank(StepKind kind) {
        return work(kind, "", "", Due.workingDays(3), AssigneeRole.CSM);
    }

    static StepFields of(Step step) {
        return switch (step) {
            case TaskStep(String title, String detail, Due due, AssigneeRole role) ->
                work(StepKind.TASK, title, detail, due, role);
            case EscalateStep(String title, String detail, Due due) ->
                work(StepKind.ESCALATE, title, detail, due, AssigneeRole.MANAGER);
            case WatchListStep(String list, String reason) ->
                new StepFields(StepKind.WATCH_LIST.name(), "", "", "", "", "", "", list, reason);
        };
    }

    private static StepFields work(StepKind kind, String title, String detail, Due due, AssigneeRole role) {
        return new StepFields(
                kind.name(),
                title,
                detail,
                Integer.toString(due.days()),
                due.unit().name(),
                due.from().name(),
                role.name(),
                "",
                "");
    }

    /** What the page shows; where the kind is unknown, which {@link #read} tells, one that most steps are of. */
    public StepKind choice() {
        return Stream.of(StepKind.values())
                .filter(it -> it.name().equals(kind))
                .findFirst()
                .orElse(StepKind.TASK);
    }

    /**
     * Empty if something is wrong, which {@code fields} then tells.
     *
     * @param at the place of the fields in the form, like {@code steps[0].}
     * @param lists the keys of the watch lists that there are
     */
    Optional<Step> read(Fields fields, String at, List<String> lists) {
        return fields.constant(at + "kind", StepKind.class, typed(kind)).flatMap(it -> switch (it) {
            case TASK -> task(fields, at);
            case ESCALATE -> escalation(fields, at);
            case WATCH_LIST -> watchList(fields, at, lists);
        });
    }

    private Optional<Step> task(Fields fields, String at) {
        Optional<EscalateStep> work = work(fields, at);
        Optional<AssigneeRole> role = fields.constant(at + "who", AssigneeRole.class, typed(who));
        return work.flatMap(it -> role.map(to -> new TaskStep(it.title(), it.detail(), it.due(), to)));
    }

    private Optional<Step> escalation(Fields fields, String at) {
        return work(fields, at).map(it -> it);
    }

    /** What tasks and escalations have in common. */
    private Optional<EscalateStep> work(Fields fields, String at) {
        Optional<String> what = fields.text(at + "title", typed(title), Written.LINE);
        Optional<String> how = fields.lines(at + "detail", typed(detail), Written.TEXT);
        Optional<Due> due = due(fields, at);
        return what.isPresent() && how.isPresent() && due.isPresent()
                ? Optional.of(new EscalateStep(what.get(), how.get(), due.get()))
                : Optional.empty();
    }

    private Optional<Due> due(Fields fields, String at) {
        OptionalInt count = fields.whole(at + "days", typed(days), 0, Due.LATEST);
        Optional<Due.Unit> each = fields.constant(at + "unit", Due.Unit.class, typed(unit));
        Optional<Due.From> begin = fields.constant(at + "from", Due.From.class, typed(from));
        return count.isPresent() && each.isPresent() && begin.isPresent()
                ? Optional.of(new Due(count.getAsInt(), each.get(), begin.get()))
                : Optional.empty();
    }

    private Optional<Step> watchList(Fields fields, String at, List<String> lists) {
        Optional<String> why = fields.lines(at + "reason", typed(reason), Written.TEXT);
        if (!lists.contains(typed(list))) {
            fields.wrong(at + "list", "Please choose one.");
            return Optional.empty();
        }
        return why.map(it -> new WatchListStep(typed(list), it));
    }
}
