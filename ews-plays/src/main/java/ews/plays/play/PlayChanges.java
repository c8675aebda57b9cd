package ews.plays.play;

import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.TaskStep;
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
        changes.steps(before.steps(), after.steps());
        return List.copyOf(changes.sentences);
    }

    private void steps(List<Step> before, List<Step> after) {
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
        pairs.forEach(it -> step("Step " + (it.after() + 1), before.get(it.before()), after.get(it.after())));
    }

    private static String whole(Step step) {
        return switch (step) {
            case TaskStep(String title, String _, Due due, AssigneeRole role) ->
                "“%s”, %s, %s".formatted(title, role.label(), due.text());
            case EscalateStep(String title, String _, Due due) -> "escalate “%s”, %s".formatted(title, due.text());
            case WatchListStep(String list, String _) -> "the watch list “%s”".formatted(list);
        };
    }

    /** Of two steps of the same kind. */
    private void step(String place, Step before, Step after) {
        switch (after) {
            case TaskStep(String title, String detail, Due due, AssigneeRole role) -> {
                var was = (TaskStep) before;
                work(place, was.title(), title, was.detail(), detail, was.due(), due);
                say(place + ": for", was.assignee().label(), role.label());
            }
            case EscalateStep(String title, String detail, Due due) -> {
                var was = (EscalateStep) before;
                work(place, was.title(), title, was.detail(), detail, was.due(), due);
            }
            case WatchListStep(String list, String reason) -> {
                var was = (WatchListStep) before;
                text(place + ": watch list", was.list(), list);
                text(place + ": reason", was.reason(), reason);
            }
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
