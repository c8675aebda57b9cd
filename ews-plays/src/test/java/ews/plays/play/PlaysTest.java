package ews.plays.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.plays.Given;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.WatchListStep;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class PlaysTest {

    @Autowired
    private Given given;

    @Autowired
    private Plays plays;

    private Actor admin;

    @BeforeEach
    void start() {
        given.nothing();
        admin = Actor.of(given.member("Ada", Role.ADMIN));
    }

    @Test
    void aPlayIsReadAsItWasSaved() {
        List<Step> steps = List.of(
                Given.task("Call", 2),
                new WatchListStep("watch", "It declines."),
                new EscalateStep("Help", "Please.", Due.calendarDays(30)));

        Play saved = given.play(steps.toArray(Step[]::new));

        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.enabled()).isTrue();
        assertThat(plays.withKey(saved.key())).contains(saved);
        assertThat(plays.all()).contains(saved);
        assertThat(saved.steps()).isEqualTo(steps);
    }

    @Test
    void anEditedPlayIsTheNextVersion() {
        Play first = given.play(Given.task("Call", 2));

        Play second = plays.save(edited(first, Given.task("Write", 3)), "Better", admin);

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.steps()).containsExactly(Given.task("Write", 3));
        assertThat(given.audited("play.saved")).last().asString().contains("\"version\": 2", "Write");
    }

    @Test
    void aPlayThatWasNotChangedKeepsItsVersion() {
        Play first = given.play(Given.task("Call", 2));

        assertThat(plays.save(first, "Better", admin)).isEqualTo(first);
    }

    @Test
    void savingOverSomebodyElsesVersionIsRefused() {
        Play first = given.play(Given.task("Call", 2));
        plays.save(edited(first, Given.task("Write", 3)), "Better", admin);

        assertThatThrownBy(() -> plays.save(edited(first, Given.task("Visit", 3)), "Better", admin))
                .isInstanceOf(TransitionRefused.class)
                .hasMessageContaining("is at version 2, and you edited version 1");
    }

    @Test
    void aNewPlayDoesNotReplaceOneWithTheSameKey() {
        Play first = given.play(Given.task("Call", 2));

        assertThatThrownBy(() -> plays.save(
                        new Play(first.key(), "Another", "New.", 0, true, List.of(Given.task("Write", 1))),
                        "Better",
                        admin))
                .isInstanceOf(TransitionRefused.class);
        assertThat(plays.withKey(first.key())).contains(first);
    }

    @Test
    void twoPlaysDoNotShareAName() {
        Play first = given.play(Given.task("Call", 2));

        assertThatThrownBy(() -> plays.save(
                        new Play("other-" + first.key(), first.name(), "New.", 0, true, first.steps()),
                        "Better",
                        admin))
                .isInstanceOf(InvalidPlay.class)
                .hasMessage("Another play has the name \"%s\".", first.name());
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Play wrong = new Play(
                "No Key",
                " ",
                "Fine.",
                0,
                true,
                List.of(Given.task("", 400), new WatchListStep("nowhere", "It declines.")));

        InvalidPlay refused = catchThrowableOfType(InvalidPlay.class, () -> plays.save(wrong, "Better", admin));

        assertThat(refused.problems())
                .containsExactly(
                        "The key \"No Key\" must be lower case letters, digits and single hyphens, at most 60, and none of drafts, new, prospects.",
                        "The name is missing: please write it.",
                        "The title of step 1 is missing: please write it.",
                        "The days of step 1 must be 0 to 365, not 400.",
                        "There is no watch list \"nowhere\" (step 2).");
    }

    @Test
    void aPlayWithoutStepsIsNone() {
        assertThatThrownBy(
                        () -> plays.save(new Play("empty", "Empty", "Nothing.", 0, true, List.of()), "Better", admin))
                .isInstanceOf(InvalidPlay.class)
                .hasMessage("A play has 1 to 30 steps, not 0.");
    }

    @Test
    void theFirstStepThatIsDueIsCountedFromTheStart() {
        Step late = new EscalateStep("Help", "Please.", Due.workingDays(1).afterTheStepBefore());
        Play wrong = new Play(
                "first", "First", "Nothing.", 0, true, List.of(new WatchListStep("watch", "It declines."), late));

        assertThatThrownBy(() -> plays.save(wrong, "Better", admin))
                .isInstanceOf(InvalidPlay.class)
                .hasMessage("No step before step 2 has a due day: count its days from the start.");
    }

    @Test
    void aPlayIsSwitchedOffAndOnWithoutANewVersion() {
        Play play = given.play(Given.task("Call", 2));

        plays.disable(play.key(), admin);
        plays.disable(play.key(), admin);
        assertThat(plays.withKey(play.key()).orElseThrow().enabled()).isFalse();
        plays.enable(play.key(), admin);

        assertThat(plays.withKey(play.key())).contains(play);
        assertThat(given.auditedActions()).containsExactly("play.saved", "play.disabled", "play.enabled");
    }

    @Test
    void aPlayThatIsNotThereCannotBeSwitched() {
        assertThatThrownBy(() -> plays.enable("nothing", admin))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no play nothing");
    }

    private static Play edited(Play play, Step step) {
        return new Play(play.key(), play.name(), play.description(), play.version(), play.enabled(), List.of(step));
    }
}
