package ews.plays.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.TransitionRefused;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step.WatchListStep;
import ews.plays.run.RunEndings;
import ews.plays.run.Runs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WatchListChangesTest extends AccountOfCarla {

    @Autowired
    private WatchListChanges changes;

    @Autowired
    private WatchLists lists;

    @Autowired
    private SavedFilters filters;

    @Autowired
    private Plays plays;

    @Autowired
    private Runs runs;

    @Autowired
    private RunEndings endings;

    @Test
    void aListHasAKeyThatReadsLikeItsName() {
        WatchList list = changes.create(" Rückgewinnung, Q4 ", actor);

        assertThat(list).isEqualTo(new WatchList("ruckgewinnung-q4", "Rückgewinnung, Q4", 0, 0, csm.id()));
    }

    @Test
    void noListTakesTheKeyOfAListThatFillsItselfOrOfASavedFilter() {
        assertThat(changes.create("Falling fast", actor).key()).isEqualTo("falling-fast-2");
        assertThat(changes.create("Saved 12", actor).key()).isEqualTo("saved-12-2");
    }

    @Test
    void twoListsCannotHaveTheSameName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changes.create("Win-back", actor))
                .withMessage("There is a watch list “Win-back” already: please choose another name.");
    }

    @Test
    void aRenamedListKeepsItsKey() {
        WatchList list = changes.create("To call", actor);

        changes.rename(list, "To call this week", actor);

        assertThat(lists.withKey("to-call").orElseThrow().name()).isEqualTo("To call this week");
    }

    @Test
    void aListIsDeletedWithWhatIsOnIt() {
        WatchList list = changes.create("To call", actor);
        lists.add(account, list.key(), "They asked.", null, actor);

        changes.delete(list, actor);

        assertThat(lists.withKey("to-call")).isEmpty();
        assertThat(lists.ofAccount(account)).isEmpty();
    }

    @Test
    void aListThatAPlayNeedsStays() {
        WatchList list = changes.create("Champions", actor);
        Play play = given.play(Given.task("Call", 1), new WatchListStep("champions", "They left."));

        assertThatThrownBy(() -> changes.delete(list, actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("“Champions” stays: the play “%s” would miss it.", play.name());
    }

    @Test
    void aListThatARunStillNeedsStaysUntilItHasEnded() {
        WatchList list = changes.create("Leavers", actor);
        Play play = given.play(Given.task("Call", 1), new WatchListStep("leavers", "They left."));
        var run = runs.start(account, play, null, "They left.", actor);
        plays.save(
                new Play(
                        play.key(),
                        play.name(),
                        play.description(),
                        play.version(),
                        true,
                        List.of(Given.task("Call", 1))),
                "No list",
                actor);
        assertThat(changes.dependents("leavers")).containsExactly("a run of “%s”".formatted(play.name()));

        endings.cancel(run.id(), "Not needed.", actor);

        assertThat(changes.dependents("leavers")).isEmpty();
        changes.delete(list, actor);
    }

    @Test
    void aListThatASavedFilterNamesStays() {
        WatchList list = changes.create("To visit", actor);
        filters.save(csm.id(), "Poor to visit", Map.of("list", "to-visit", "health", "poor"), false, actor);

        assertThatThrownBy(() -> changes.delete(list, actor)).hasMessageContaining("the saved filter “Poor to visit”");
    }
}
