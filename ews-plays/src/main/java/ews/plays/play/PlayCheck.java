package ews.plays.play;

import ews.domain.metric.Form;
import ews.plays.Written;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.EmailStep;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.MessageStep;
import ews.plays.play.Step.MessageStep.Via;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Step.WatchListStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds everything that is wrong with a play, so that it can be put right at once. */
final class PlayCheck {

    private final Known known;
    private final List<String> problems = new ArrayList<>();

    private PlayCheck(Known known) {
        this.known = known;
    }

    /** @throws InvalidPlay if anything is wrong */
    static void check(Play play, Known known) {
        var check = new PlayCheck(known);
        check.play(play);
        if (!check.problems.isEmpty()) {
            throw new InvalidPlay(check.problems);
        }
    }

    private void play(Play play) {
        if (!PlayKey.isOne(play.key())) {
            problems.add(
                    "The key \"%s\" must be lower case letters, digits and single hyphens, at most %d, and none of %s."
                            .formatted(play.key(), PlayKey.LONGEST, PlayKey.reserved()));
        }
        text("name", play.name(), Written.LINE);
        text("description", play.description(), Written.TEXT);
        List<NumberedStep> steps = play.definition().numbered();
        if (steps.isEmpty() || steps.size() > Play.MOST_STEPS) {
            problems.add("A play has 1 to %d steps, not %d.".formatted(Play.MOST_STEPS, steps.size()));
        }
        entry(play.definition().entry());
        goal(play.definition());
        boolean first = true;
        for (NumberedStep numbered : steps) {
            String place = "step " + numbered.number();
            Step step = numbered.step();
            step(place, step);
            if (numbered.depth() > Play.DEEPEST) {
                problems.add("Branches can be in branches %d deep, and %s is deeper.".formatted(Play.DEEPEST, place));
            }
            Due due = step.due();
            if (first && due != null && due.from() == Due.From.PREVIOUS_STEP) {
                problems.add("No step before %s has a due day: count its days from the start.".formatted(place));
            }
            first &= due == null && !(step instanceof WaitStep);
        }
    }

    private void entry(Entry entry) {
        Stream.concat(
                        entry.segments().stream(),
                        entry.triggers().stream()
                                .flatMap(it -> it instanceof Trigger.Segment(String segment)
                                        ? Stream.of(segment)
                                        : Stream.empty()))
                .filter(it -> !known.segments().contains(it))
                .distinct()
                .forEach(it -> problems.add("There is no segment \"%s\".".formatted(it)));
    }

    private void goal(Definition definition) {
        if (definition.holdOut() < 0 || definition.holdOut() > Play.MOST_HELD_OUT) {
            problems.add("The share that is held out must be 0 to %d %%, not %d %%."
                    .formatted(Play.MOST_HELD_OUT, definition.holdOut()));
        }
        Goal goal = definition.goal();
        if (goal == null) {
            return;
        }
        if (goal.measurement().form() == Form.PEERS) {
            problems.add("A goal cannot be against peers, since they change with it: choose another reading.");
        }
        if (goal.level() instanceof Goal.Level.Before(int percent) && (percent < 1 || percent > Goal.MOST_PERCENT)) {
            problems.add("The goal must be 1 to %d %% of the level before, not %d %%."
                    .formatted(Goal.MOST_PERCENT, percent));
        }
        if (goal.days() < 1 || goal.days() > Goal.LONGEST) {
            problems.add("The days of the goal must be 1 to %d, not %d.".formatted(Goal.LONGEST, goal.days()));
        }
        if (goal.within() < goal.days() || goal.within() > Due.LATEST) {
            problems.add("The goal must be reached within %d to %d days, not %d."
                    .formatted(goal.days(), Due.LATEST, goal.within()));
        }
    }

    private void step(String place, Step step) {
        switch (step) {
            case TaskStep(String title, String detail, Due due, Assignee assignee) -> {
                work(place, title, detail, due);
                assignee(place, assignee);
            }
            case EscalateStep(String title, String detail, Due due) -> work(place, title, detail, due);
            case WatchListStep(String list, String reason, Integer days) -> {
                if (days != null && (days < 1 || days > Due.LATEST)) {
                    problems.add("The days of %s must be 1 to %d, not %d.".formatted(place, Due.LATEST, days));
                }
                text("reason of " + place, reason, Written.TEXT);
                if (!known.watchLists().contains(list)) {
                    problems.add("There is no watch list \"%s\" (%s).".formatted(list, place));
                }
            }
            case WaitStep(Wait wait) -> {
                if (wait.days() < 1 || wait.days() > Due.LATEST) {
                    problems.add("The days of %s must be 1 to %d, not %d.".formatted(place, Due.LATEST, wait.days()));
                }
            }
            case BranchStep(var _, List<Step> then, List<Step> otherwise) -> {
                if (then.isEmpty() && otherwise.isEmpty()) {
                    problems.add("The branch in %s has no steps.".formatted(place));
                }
            }
            case EmailStep(String template, String role, Due due) -> {
                if (!known.templates().contains(template)) {
                    problems.add("There is no email template \"%s\" (%s).".formatted(template, place));
                }
                if (role != null) {
                    text("role of the contacts in " + place, role, Written.LINE);
                }
                if (due != null) {
                    days(place, due);
                }
            }
            case MessageStep(Via via, String receiver, String text) -> {
                if (!known.receivers(via).contains(receiver)) {
                    problems.add("There is no %s named \"%s\" (%s).".formatted(via.label(), receiver, place));
                }
                text("text of " + place, text, Written.TEXT);
                Templates.problemsWithFields(new Template("text", "text", "text", text, 0))
                        .forEach(it -> problems.add("%s: %s".formatted(capital(place), it)));
            }
            case StartPlayStep(String play) -> {
                if (!known.plays().contains(play)) {
                    problems.add("There is no play \"%s\" (%s).".formatted(play, place));
                }
            }
        }
    }

    private static String capital(String place) {
        return Character.toUpperCase(place.charAt(0)) + place.substring(1);
    }

    private void work(String place, String title, String detail, Due due) {
        text("title of " + place, title, Written.LINE);
        text("detail of " + place, detail, Written.TEXT);
        days(place, due);
    }

    private void days(String place, Due due) {
        if (due.days() < 0 || due.days() > Due.LATEST) {
            problems.add("The days of %s must be 0 to %d, not %d.".formatted(place, Due.LATEST, due.days()));
        }
    }

    private void assignee(String place, Assignee assignee) {
        if (assignee.member() != null && !known.members().contains(assignee.member())) {
            problems.add("There is no member %s (%s).".formatted(assignee.member(), place));
        }
    }

    private void text(String what, String text, int longest) {
        try {
            Written.required(what, text, longest);
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }
}
