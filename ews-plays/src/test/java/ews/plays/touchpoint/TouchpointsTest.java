package ews.plays.touchpoint;

import static ews.plays.touchpoint.TouchpointKind.CALL;
import static ews.plays.touchpoint.TouchpointKind.EMAIL;
import static ews.plays.touchpoint.TouchpointKind.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.account.AccountId;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TouchpointsTest extends AccountOfCarla {

    private static final Instant MONDAY = Instant.parse("2026-11-16T23:30:00Z");

    @Autowired
    private Runs runs;

    @Autowired
    private Touchpoints touchpoints;

    @Test
    void aTouchpointIsReadAsItWasLogged() {
        touchpoints.log(account, CALL, MONDAY, " They like it. ", null, actor);

        assertThat(touchpoints.ofAccount(account, 10)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(CALL);
            assertThat(it.time()).isEqualTo(MONDAY);
            assertThat(it.member()).isEqualTo(csm.id());
            assertThat(it.author()).isEqualTo("Carla");
            assertThat(it.note()).isEqualTo("They like it.");
            assertThat(it.run()).isNull();
        });
        assertThat(given.auditedActions()).containsExactly("touchpoint.logged");
    }

    @Test
    void theLatestComesFirstHoweverLateItWasLogged() {
        touchpoints.log(account, CALL, MONDAY, "Second.", null, actor);
        touchpoints.log(account, EMAIL, MONDAY.minus(Duration.ofDays(1)), "First.", null, actor);
        touchpoints.log(account, EMAIL, Given.THURSDAY, "Third.", null, actor);

        assertThat(touchpoints.ofAccount(account, 2))
                .extracting(Touchpoint::note)
                .containsExactly("Third.", "Second.");
    }

    @Test
    void aTouchpointMayBelongToARunOfTheAccount() {
        Run run = runs.start(account, given.playWithTasks(1), null, "It is time.", actor);
        touchpoints.log(account, CALL, MONDAY, "For the run.", run.id(), actor);
        touchpoints.log(account, CALL, MONDAY, "Just so.", null, actor);

        assertThat(touchpoints.ofRun(account, run.id()))
                .extracting(Touchpoint::note)
                .containsExactly("For the run.");
    }

    @Test
    void aTouchpointDoesNotBelongToARunOfAnotherAccount() {
        Run run = runs.start(given.account("Bolt", csm), given.playWithTasks(1), null, "It is time.", actor);

        assertThatThrownBy(() -> touchpoints.log(account, CALL, MONDAY, "For the run.", run.id(), actor))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no account %s with run %s", account, run.id());
    }

    @Test
    void whatIsToComeIsNotLogged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> touchpoints.log(account, CALL, Given.THURSDAY.plusSeconds(1), "Soon.", null, actor));
    }

    @Test
    void theLastTouchIsADayOfTheOrganisationAndNotesDoNotCount() {
        AccountId untouched = given.account("Bolt", csm);
        touchpoints.log(account, CALL, MONDAY.minus(Duration.ofDays(5)), "Earlier.", null, actor);
        touchpoints.log(account, CALL, MONDAY, "Later.", null, actor);
        touchpoints.log(account, NOTE, Given.THURSDAY, "Thinking.", null, actor);
        touchpoints.log(untouched, NOTE, Given.THURSDAY, "Thinking.", null, actor);

        assertThat(touchpoints.lastDay(account)).contains(LocalDate.of(2026, 11, 16));
        assertThat(touchpoints.lastDay(untouched)).isEmpty();
        assertThat(touchpoints.lastDays()).isEqualTo(Map.of(account, LocalDate.of(2026, 11, 16)));
    }
}
