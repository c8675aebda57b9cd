package ews.plays.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.plays.Given;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class PlayVersionsTest {

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
    void everyVersionIsKeptNewestFirst() {
        Play first = given.play(Given.task("Call", 2));
        Play second = plays.save(changed(first, "Write"), " Nobody calls ", admin);

        assertThat(plays.versions(first.key()))
                .containsExactly(
                        new PlayVersion(second, "Ada", "Nobody calls", Given.THURSDAY),
                        new PlayVersion(first, "EWS", "For a test", Given.THURSDAY));
    }

    @Test
    void whatWasNotSavedIsNoVersion() {
        Play first = given.play(Given.task("Call", 2));
        plays.save(changed(first, "Write"), "Better", admin);

        plays.save(plays.withKey(first.key()).orElseThrow(), "The same again", admin);
        assertThatThrownBy(() -> plays.save(changed(first, "Visit"), "Too late", admin))
                .isInstanceOf(TransitionRefused.class);

        assertThat(plays.versions(first.key())).extracting(PlayVersion::reason).containsExactly("Better", "For a test");
    }

    @Test
    void aChangeNeedsAReason() {
        Play first = given.play(Given.task("Call", 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plays.save(changed(first, "Write"), " ", admin))
                .withMessage("The reason is missing: please write it.");
        assertThat(plays.withKey(first.key())).contains(first);
    }

    @Test
    void starterPlaysSayThatTheyAre() {
        assertThat(plays.versions("win-back")).singleElement().satisfies(it -> {
            assertThat(it.reason()).isEqualTo("Starter play");
            assertThat(it.author()).isEqualTo("EWS");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Save the deal!, save-the-deal",
        "Rückgewinnung, ruckgewinnung",
        "90 days to renewal, 90-days-to-renewal",
        "Win-back, win-back-2",
        "New, new-2",
        "顧客, play"
    })
    void aNewPlayGetsAKeyThatReadsLikeItsName(String name, String key) {
        assertThat(plays.keyFor(name)).isEqualTo(key);
    }

    @Test
    void aLongNameGetsAKeyThatIsOne() {
        assertThat(PlayKey.isOne(plays.keyFor("Very long ".repeat(20)))).isTrue();
    }

    private static Play changed(Play play, String task) {
        return new Play(
                play.key(),
                play.name(),
                play.description(),
                play.version(),
                play.enabled(),
                List.of(Given.task(task, 3)));
    }
}
