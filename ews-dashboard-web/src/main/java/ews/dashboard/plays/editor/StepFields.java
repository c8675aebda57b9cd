package ews.dashboard.plays.editor;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.ConditionFields;
import ews.dashboard.setup.Fields;
import ews.domain.segment.Condition;
import ews.plays.Written;
import ews.plays.play.Assignee;
import ews.plays.play.AssigneeRole;
import ews.plays.play.Due;
import ews.plays.play.Step;
import ews.plays.play.Step.EmailStep;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.MessageStep;
import ews.plays.play.Step.MessageStep.Via;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Step.WatchListStep;
import ews.plays.play.Wait;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the form of a play, as typed.
 *
 * @param kind the name of a {@link StepKind}; says which of the other fields count
 * @param who the name of an {@link AssigneeRole}
 * @param member the email address of the member, if it is for a certain one
 * @param list the key of a watch list, or where a message goes: {@code SLACK:cs-team}
 * @param play the key of a play
 * @param template the key of a template of emails
 * @param role which contacts get the email; all if it is blank
 */
record StepFields(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String days,
        @Nullable String unit,
        @Nullable String from,
        @Nullable String who,
        @Nullable String member,
        @Nullable String list,
        @Nullable String reason,
        @Nullable String play,
        @Nullable String template,
        @Nullable String role,
        @Nullable ConditionFields condition) {

    static StepFields blank(StepKind kind) {
        if (kind == StepKind.WATCH_LIST) {
            return of(new WatchListStep("", ""));
        }
        return work(kind, "", "", Due.workingDays(3), Assignee.CSM)
                .asking(kind.condition() == null ? null : ConditionFields.blank(kind.condition()));
    }

    /** A step without those inside it. */
    static StepFields of(Step step) {
        return switch (step) {
            case TaskStep(String title, String detail, Due due, Assignee assignee) ->
                work(StepKind.TASK, title, detail, due, assignee);
            case EscalateStep(String title, String detail, Due due) ->
                work(StepKind.ESCALATE, title, detail, due, Assignee.MANAGER);
            case WatchListStep(String list, String reason, Integer days) ->
                new StepFields(
                        StepKind.WATCH_LIST.name(),
                        "",
                        "",
                        days == null ? "" : days.toString(),
                        "",
                        "",
                        "",
                        "",
                        list,
                        reason,
                        "",
                        "",
                        "",
                        null);
            case WaitStep(Wait until) -> waiting(until);
            case Step.BranchStep branch ->
                switch (branch.condition()) {
                    case Condition.Attribute it -> blank(StepKind.IF_ATTRIBUTE).asking(ConditionFields.of(it));
                    case Condition.Threshold it -> blank(StepKind.IF_METRIC).asking(ConditionFields.of(it));
                };
            case StartPlayStep(String play) ->
                new StepFields(StepKind.START_PLAY.name(), "", "", "", "", "", "", "", "", "", play, "", "", null);
            case EmailStep email -> email(email);
            case MessageStep(Via via, String receiver, String text) -> message(via.name() + ":" + receiver, text);
        };
    }

    private static StepFields waiting(Wait until) {
        return switch (until) {
            case Wait.Time(int days, Due.Unit unit) -> waiting(StepKind.WAIT, days, unit);
            case Wait.Tasks(int days, Due.Unit unit) -> waiting(StepKind.WAIT_TASKS, days, unit);
            case Wait.Facts(Condition condition, int days, Due.Unit unit) ->
                waiting(
                                switch (condition) {
                                    case Condition.Attribute _ -> StepKind.WAIT_ATTRIBUTE;
                                    case Condition.Threshold _ -> StepKind.WAIT_METRIC;
                                },
                                days,
                                unit)
                        .asking(ConditionFields.of(condition));
        };
    }

    private static StepFields waiting(StepKind kind, int days, Due.Unit unit) {
        return new StepFields(
                kind.name(), "", "", Integer.toString(days), unit.name(), "", "", "", "", "", "", "", "", null);
    }

    private static StepFields work(StepKind kind, String title, String detail, Due due, Assignee assignee) {
        return new StepFields(
                kind.name(),
                title,
                detail,
                Integer.toString(due.days()),
                due.unit().name(),
                due.from().name(),
                assignee.role().name(),
                assignee.member(),
                "",
                "",
                "",
                "",
                "",
                null);
    }

    private static StepFields message(String receiver, String text) {
        return new StepFields(StepKind.MESSAGE.name(), "", text, "", "", "", "", "", receiver, "", "", "", "", null);
    }

    private static StepFields email(EmailStep email) {
        Due due = email.due();
        StepFields days = due == null ? blank(StepKind.EMAIL) : work(StepKind.EMAIL_TASK, "", "", due, Assignee.CSM);
        return days.writing(email.template(), email.role());
    }

    private StepFields writing(String template, @Nullable String role) {
        return new StepFields(
                kind, title, detail, days, unit, from, who, member, list, reason, play, template, role, condition);
    }

    private StepFields asking(@Nullable ConditionFields asked) {
        return new StepFields(
                kind, title, detail, days, unit, from, who, member, list, reason, play, template, role, asked);
    }

    /** What the page shows; where the kind is unknown, which {@link #read} tells, one that most steps are of. */
    public StepKind choice() {
        return Stream.of(StepKind.values())
                .filter(it -> it.name().equals(kind))
                .findFirst()
                .orElse(StepKind.TASK);
    }

    /** The condition as typed; a blank one where there should be one and none was sent. */
    public ConditionFields asked() {
        String of = choice().condition();
        return condition != null ? condition : ConditionFields.blank(of == null ? ConditionFields.METRIC : of);
    }

    /**
     * The step of a row that is one by itself. Empty if something is wrong, which {@code fields} then tells.
     *
     * @param at the place of the fields in the form, like {@code steps[0].}
     */
    Optional<Step> read(Fields fields, String at, Choices choices) {
        return fields.constant(at + "kind", StepKind.class, typed(kind)).flatMap(it -> switch (it) {
            case TASK -> task(fields, at, choices);
            case ESCALATE -> work(fields, at).map(work -> work);
            case WATCH_LIST -> watchList(fields, at, choices);
            case WAIT, WAIT_TASKS, WAIT_METRIC, WAIT_ATTRIBUTE ->
                waiting(it, fields, at).map(WaitStep::new);
            case START_PLAY -> startPlay(fields, at, choices);
            case MESSAGE -> message(fields, at, choices);
            case EMAIL, EMAIL_TASK -> email(it, fields, at, choices);
            case IF_METRIC, IF_ATTRIBUTE, OTHERWISE, END -> Optional.empty();
        });
    }

    Optional<? extends Condition> condition(Fields fields, String at) {
        return asked().read(fields, at + "condition.");
    }

    private Optional<Step> task(Fields fields, String at, Choices choices) {
        Optional<EscalateStep> work = work(fields, at);
        Optional<Assignee> assignee = assignee(fields, at, choices);
        return work.flatMap(it -> assignee.map(to -> new TaskStep(it.title(), it.detail(), it.due(), to)));
    }

    private Optional<Assignee> assignee(Fields fields, String at, Choices choices) {
        Optional<AssigneeRole> role = fields.constant(at + "who", AssigneeRole.class, typed(who));
        if (role.filter(it -> it == AssigneeRole.MEMBER).isPresent()
                && !choices.members().contains(typed(member))) {
            fields.wrong(at + "member", "Please choose one.");
            return Optional.empty();
        }
        return role.map(it -> new Assignee(it, it == AssigneeRole.MEMBER ? typed(member) : null));
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

    private Optional<Step> watchList(Fields fields, String at, Choices choices) {
        Optional<String> why = fields.lines(at + "reason", typed(reason), Written.TEXT);
        boolean ends = !typed(days).isEmpty();
        OptionalInt lasting = ends ? fields.whole(at + "days", typed(days), 1, Due.LATEST) : OptionalInt.empty();
        return chosen(fields, at + "list", typed(list), choices.watchLists().contains(typed(list)))
                .filter(_ -> lasting.isPresent() || !ends)
                .flatMap(key -> why.map(it -> new WatchListStep(key, it, ends ? lasting.getAsInt() : null)));
    }

    private Optional<Wait> waiting(StepKind of, Fields fields, String at) {
        OptionalInt count = fields.whole(at + "days", typed(days), 1, Due.LATEST);
        Optional<Due.Unit> each = fields.constant(at + "unit", Due.Unit.class, typed(unit));
        Optional<? extends Condition> until = of.condition() == null ? Optional.empty() : condition(fields, at);
        if (count.isEmpty() || each.isEmpty()) {
            return Optional.empty();
        }
        return switch (of) {
            case WAIT -> Optional.of(new Wait.Time(count.getAsInt(), each.get()));
            case WAIT_TASKS -> Optional.of(new Wait.Tasks(count.getAsInt(), each.get()));
            default -> until.map(it -> new Wait.Facts(it, count.getAsInt(), each.get()));
        };
    }

    private Optional<Step> email(StepKind of, Fields fields, String at, Choices choices) {
        Optional<Due> until = of == StepKind.EMAIL_TASK ? due(fields, at) : Optional.empty();
        String wanted = typed(role);
        boolean fits = wanted.isEmpty()
                || fields.text(at + "role", wanted, Written.LINE).isPresent();
        return chosen(
                        fields,
                        at + "template",
                        typed(template),
                        choices.templates().contains(typed(template)))
                .filter(_ -> fits && (until.isPresent() || of == StepKind.EMAIL))
                .map(key -> new EmailStep(key, wanted.isEmpty() ? null : wanted, until.orElse(null)));
    }

    private Optional<Step> message(Fields fields, String at, Choices choices) {
        Optional<String> text = fields.lines(at + "detail", typed(detail), Written.TEXT);
        return chosen(fields, at + "list", typed(list), choices.receivers().contains(typed(list)))
                .flatMap(to -> text.map(it -> {
                    String[] parts = to.split(":", 2);
                    return new MessageStep(Via.valueOf(parts[0]), parts[1], it);
                }));
    }

    private Optional<Step> startPlay(Fields fields, String at, Choices choices) {
        return chosen(fields, at + "play", typed(play), choices.plays().contains(typed(play)))
                .map(StartPlayStep::new);
    }

    private static Optional<String> chosen(Fields fields, String name, String value, boolean possible) {
        if (!possible) {
            fields.wrong(name, "Please choose one.");
            return Optional.empty();
        }
        return Optional.of(value);
    }
}
