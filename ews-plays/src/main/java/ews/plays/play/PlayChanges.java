package ews.plays.play;

import ews.plays.Difference;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.EmailStep;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.MessageStep;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Step.WatchListStep;
import ews.plays.play.StepPairs.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tells two versions of a play apart, step by step and field by field, in sentences without a full stop. */
public final class PlayChanges {

    private final List<String> sentences = new ArrayList<>();

    private PlayChanges() {}

    /** What is different; empty if nothing is. Steps are numbered as they are now. */
    public static List<String> between(Play before, Play after) {
        var changes = new PlayChanges();
        changes.text("Name", before.name(), after.name());
        changes.text("Description", before.description(), after.description());
        changes.say(
                "Entry:",
                before.definition().entry().text(),
                after.definition().entry().text());
        changes.say("Goal:", goal(before), goal(after));
        changes.say(
                "Held out:",
                before.definition().holdOut() + " %",
                after.definition().holdOut() + " %");
        changes.steps(before.definition().numbered(), after.definition().numbered());
        return List.copyOf(changes.sentences);
    }

    private void steps(List<NumberedStep> numberedBefore, List<NumberedStep> numberedAfter) {
        List<Step> before = alone(numberedBefore);
        List<Step> after = alone(numberedAfter);
        List<Pair> pairs = StepPairs.of(before, after);
        IntStream.range(0, before.size())
                .filter(place -> pairs.stream().noneMatch(it -> it.before() == place))
                .forEach(place -> sentences.add("Without step %d: %s".formatted(place + 1, whole(before.get(place)))));
        IntStream.range(0, after.size())
                .filter(place -> pairs.stream().noneMatch(it -> it.after() == place))
                .forEach(place -> sentences.add("Step %d is new: %s".formatted(place + 1, whole(after.get(place)))));
        StepPairs.moved(pairs)
                .forEach(it -> sentences.add("“%s” is step %d now, it was step %d"
                        .formatted(after.get(it.after()).name(), it.after() + 1, it.before() + 1)));
        pairs.forEach(it -> {
            String place = "Step " + (it.after() + 1);
            step(place, before.get(it.before()), after.get(it.after()));
            say(place + ": only", within(numberedBefore.get(it.before())), within(numberedAfter.get(it.after())));
        });
    }

    private static String goal(Play play) {
        Goal goal = play.definition().goal();
        return goal == null ? "none" : "%s, within %d days".formatted(goal.text(), goal.within());
    }

    private static List<Step> alone(List<NumberedStep> steps) {
        return steps.stream().map(it -> it.step().alone()).toList();
    }

    private static String within(NumberedStep step) {
        return step.within().isEmpty() ? "in no branch" : String.join(" and ", step.within());
    }

    private static String whole(Step step) {
        return switch (step) {
            case TaskStep(String title, String _, Due due, Assignee assignee) ->
                "“%s”, %s, %s".formatted(title, assignee.label(), due.text());
            case EscalateStep(String title, String _, Due due) -> "escalate “%s”, %s".formatted(title, due.text());
            case WatchListStep watch -> "the watch list “%s”, %s".formatted(watch.list(), watch.staying());
            case WaitStep(Wait wait) -> wait.text();
            case BranchStep branch -> branch.name();
            case StartPlayStep(String play) -> "start the play “%s”".formatted(play);
            case MessageStep message -> "a message to " + message.to();
            case EmailStep it -> "the email “%s” to %s, %s".formatted(it.template(), it.receivers(), it.sending());
        };
    }

    /** Of two steps of the same kind. */
    private void step(String place, Step before, Step after) {
        switch (after) {
            case TaskStep(String title, String detail, Due due, Assignee assignee) -> {
                var was = (TaskStep) before;
                work(place, was.title(), title, was.detail(), detail, was.due(), due);
                say(place + ": for", was.assignee().label(), assignee.label());
            }
            case EscalateStep(String title, String detail, Due due) -> {
                var was = (EscalateStep) before;
                work(place, was.title(), title, was.detail(), detail, was.due(), due);
            }
            case WatchListStep watch -> {
                var was = (WatchListStep) before;
                text(place + ": watch list", was.list(), watch.list());
                text(place + ": reason", was.reason(), watch.reason());
                say(place + ":", was.staying(), watch.staying());
            }
            case WaitStep(Wait wait) ->
                say(place + ":", ((WaitStep) before).until().text(), wait.text());
            case BranchStep branch -> say(place + ":", before.name(), branch.name());
            case EmailStep email -> {
                var was = (EmailStep) before;
                text(place + ": template", was.template(), email.template());
                say(place + ": to", was.receivers(), email.receivers());
                say(place + ":", was.sending(), email.sending());
            }
            case MessageStep message -> {
                var was = (MessageStep) before;
                say(place + ": to", was.to(), message.to());
                text(place + ": text", was.text(), message.text());
            }
            case StartPlayStep(String play) -> text(place + ": starts the play", ((StartPlayStep) before).play(), play);
        }
    }

    private void work(
            String place, String oldTitle, String title, String oldDetail, String detail, Due oldDue, Due due) {
        text(place + ": title", oldTitle, title);
        text(place + ": text", oldDetail, detail);
        say(place + ": due", oldDue.text(), due.text());
    }

    private void text(String what, String before, String after) {
        var difference = Difference.of(before, after);
        say(what, "“%s”".formatted(difference.before()), "“%s”".formatted(difference.after()));
    }

    private void say(String what, String before, String after) {
        if (!before.equals(after)) {
            sentences.add("%s %s, it was %s".formatted(what, after, before));
        }
    }
}
