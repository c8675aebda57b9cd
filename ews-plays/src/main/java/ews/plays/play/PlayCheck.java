package ews.plays.play;

import ews.plays.Written;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WatchListStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds everything that is wrong with a play, so that it can be put right at once. */
final class PlayCheck {

    private final Set<String> watchLists;
    private final List<String> problems = new ArrayList<>();

    private PlayCheck(Set<String> watchLists) {
        this.watchLists = watchLists;
    }

    /**
     * @param watchLists the keys of the watch lists that there are
     * @throws InvalidPlay if anything is wrong
     */
    static void check(Play play, Set<String> watchLists) {
        var check = new PlayCheck(watchLists);
        check.play(play);
        if (!check.problems.isEmpty()) {
            throw new InvalidPlay(check.problems);
        }
    }

    private void play(Play play) {
        if (!PlayKey.isOne(play.key())) {
            problems.add(
                    "The key \"%s\" must be lower case letters, digits and single hyphens, at most %d, and not new."
                            .formatted(play.key(), PlayKey.LONGEST));
        }
        text("name", play.name(), Written.LINE);
        text("description", play.description(), Written.TEXT);
        if (play.steps().isEmpty() || play.steps().size() > Play.MOST_STEPS) {
            problems.add("A play has 1 to %d steps, not %d."
                    .formatted(Play.MOST_STEPS, play.steps().size()));
        }
        boolean first = true;
        for (int i = 0; i < play.steps().size(); i++) {
            String place = "step " + (i + 1);
            Step step = play.steps().get(i);
            step(place, step);
            Due due = step.due();
            if (first && due != null && due.from() == Due.From.PREVIOUS_STEP) {
                problems.add("No step before %s has a due day: count its days from the start.".formatted(place));
            }
            first &= due == null;
        }
    }

    private void step(String place, Step step) {
        switch (step) {
            case TaskStep(String title, String detail, Due due, AssigneeRole _) -> work(place, title, detail, due);
            case EscalateStep(String title, String detail, Due due) -> work(place, title, detail, due);
            case WatchListStep(String list, String reason) -> {
                text("reason of " + place, reason, Written.TEXT);
                if (!watchLists.contains(list)) {
                    problems.add("There is no watch list \"%s\" (%s).".formatted(list, place));
                }
            }
        }
    }

    private void work(String place, String title, String detail, Due due) {
        text("title of " + place, title, Written.LINE);
        text("detail of " + place, detail, Written.TEXT);
        if (due.days() < 0 || due.days() > Due.LATEST) {
            problems.add("The days of %s must be 0 to %d, not %d.".formatted(place, Due.LATEST, due.days()));
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
