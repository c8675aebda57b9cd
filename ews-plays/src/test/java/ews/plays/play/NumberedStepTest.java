package ews.plays.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.segment.Condition;
import ews.plays.Given;
import ews.plays.play.Step.BranchStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberedStepTest {

    private static final Condition BIG = new Condition.Attribute("size", List.of("big"));
    private static final Condition RICH = new Condition.Attribute("rich", List.of("yes"));

    @Test
    void stepsInBranchesAreNumberedWhereTheyStand() {
        List<NumberedStep> steps = NumberedStep.of(List.of(
                step("a"),
                new BranchStep(
                        BIG,
                        List.of(step("b"), new BranchStep(RICH, List.of(step("c")), List.of())),
                        List.of(step("d"))),
                step("e")));

        assertThat(steps)
                .extracting(NumberedStep::number, it -> it.step().name(), NumberedStep::next, NumberedStep::otherwise)
                .containsExactly(
                        tuple(1, "a", 2, 2),
                        tuple(2, "if size is big", 3, 6),
                        tuple(3, "b", 4, 4),
                        tuple(4, "if rich is yes", 5, 7),
                        tuple(5, "c", 7, 7),
                        tuple(6, "d", 7, 7),
                        tuple(7, "e", 8, 8));
    }

    @Test
    void aBranchAtTheEndLeadsToTheEnd() {
        List<NumberedStep> steps =
                NumberedStep.of(List.of(new BranchStep(BIG, List.of(), List.of(step("a"), step("b")))));

        assertThat(steps)
                .extracting(NumberedStep::next, NumberedStep::otherwise)
                .containsExactly(tuple(4, 2), tuple(3, 3), tuple(4, 4));
    }

    @Test
    void aStepSaysWhichBranchesItIsIn() {
        List<NumberedStep> steps = NumberedStep.of(List.of(
                new BranchStep(BIG, List.of(new BranchStep(RICH, List.of(), List.of(step("a")))), List.of())));

        assertThat(steps.getLast().within()).containsExactly("if size is big", "unless rich is yes");
    }

    private static Step step(String title) {
        return Given.task(title, 1);
    }
}
