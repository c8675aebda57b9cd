package ews.plays.play;

import ews.plays.play.Step.BranchStep;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a play and its place in the row in which people read them: a branch, the steps if its condition holds, the
 * steps otherwise, what comes after.
 *
 * @param number from 1
 * @param within the branches that it is in, from the outermost, in words: {@code if seats at least 10}, or {@code
 *     unless …}
 * @param next the number of the step after it, which is the number after the last one if it is the last
 * @param otherwise of a branch: the number of the step that comes next if its condition does not hold
 */
public record NumberedStep(int number, List<String> within, Step step, int next, int otherwise) {

    public NumberedStep {
        within = List.copyOf(within);
    }

    /** All steps, also those in branches: the step with number n is at n - 1. */
    public static List<NumberedStep> of(List<Step> steps) {
        var numbered = new ArrayList<NumberedStep>();
        number(steps, List.of(), 1 + count(steps), numbered);
        return List.copyOf(numbered);
    }

    /** How many steps these are, with those in branches. */
    static int count(List<Step> steps) {
        return steps.stream()
                .mapToInt(it ->
                        it instanceof BranchStep branch ? 1 + count(branch.then()) + count(branch.otherwise()) : 1)
                .sum();
    }

    /** How many branches it is in. */
    public int depth() {
        return within.size();
    }

    /** @param follower the number of the step that comes after all of these */
    private static void number(List<Step> steps, List<String> within, int follower, List<NumberedStep> numbered) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int number = numbered.size() + 1;
            int after = i == steps.size() - 1 ? follower : number + count(List.of(step));
            if (step instanceof BranchStep branch) {
                int then = branch.then().isEmpty() ? after : number + 1;
                int otherwise = branch.otherwise().isEmpty() ? after : number + 1 + count(branch.then());
                numbered.add(new NumberedStep(number, within, step, then, otherwise));
                number(branch.then(), inside(within, branch.name()), after, numbered);
                number(
                        branch.otherwise(),
                        inside(within, "unless " + branch.condition().text()),
                        after,
                        numbered);
            } else {
                numbered.add(new NumberedStep(number, within, step, after, after));
            }
        }
    }

    private static List<String> inside(List<String> within, String branch) {
        var inner = new ArrayList<>(within);
        inner.add(branch);
        return inner;
    }
}
