package ews.plays.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.play.Mentioned;
import ews.domain.play.RunId;
import ews.plays.AccountOfCarla;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class CommentsTest extends AccountOfCarla {

    @Autowired
    private Comments comments;

    @Autowired
    private Runs runs;

    @Autowired
    private ApplicationEvents events;

    private Member nora;

    @BeforeEach
    void aColleague() {
        nora = given.member("Nora", Role.CSM);
    }

    @Test
    void eachTopicHasItsOwn() {
        Run run = runs.start(account, given.playWithTasks(1), null, "It is time.", actor);
        comments.write(Topic.of(account), "About Acme", csm);
        comments.write(Topic.of(account, run.id()), "First", csm);
        given.clock().tick(Duration.ofMinutes(1));
        comments.write(Topic.of(account, run.id()), "Second", nora);

        assertThat(comments.on(Topic.of(account, run.id())))
                .extracting(Comment::author, Comment::text)
                .containsExactly(tuple("Carla", "First"), tuple("Nora", "Second"));
        assertThat(comments.on(Topic.of(account))).extracting(Comment::text).containsExactly("About Acme");
    }

    @Test
    void whoIsMentionedIsTold() {
        Run run = runs.start(account, given.playWithTasks(1), null, "It is time.", actor);

        Comment written = comments.write(Topic.of(account, run.id()), "@Nora do you know them?", csm);

        assertThat(events.stream(Mentioned.class))
                .containsExactly(new Mentioned(
                        nora.id(), actor, account, run.id(), null, written.id().value(), "@Nora do you know them?"));
    }

    @Test
    void nobodyIsToldOfTheirOwnCommentOrTwiceOfTheSame() {
        Comment written = comments.write(Topic.of(account), "@Carla and @Nora", csm);

        comments.edit(written.id(), "@Carla and @Nora, please", csm);

        assertThat(events.stream(Mentioned.class)).extracting(Mentioned::member).containsExactly(nora.id());
    }

    @Test
    void whoIsMentionedOnlyAfterAnEditIsToldThen() {
        Comment written = comments.write(Topic.of(account), "Who knows them?", csm);

        comments.edit(written.id(), "Who knows them? @nora?", csm);

        assertThat(events.stream(Mentioned.class)).extracting(Mentioned::member).containsExactly(nora.id());
    }

    @Test
    void whoHasLeftIsNotMentioned() {
        given.inactive(nora);

        comments.write(Topic.of(account), "@Nora did this", csm);

        assertThat(events.stream(Mentioned.class)).isEmpty();
    }

    @Test
    void theAuthorChangesItForAQuarterOfAnHour() {
        Comment written = comments.write(Topic.of(account), "They are leaving.", csm);
        given.clock().tick(Duration.ofMinutes(14));

        comments.edit(written.id(), "They may be leaving.", csm);

        assertThat(comments.on(Topic.of(account)))
                .singleElement()
                .returns("They may be leaving.", Comment::text)
                .returns(true, Comment::isEdited);
        given.clock().tick(Duration.ofMinutes(1));
        assertThatExceptionOfType(TransitionRefused.class)
                .isThrownBy(() -> comments.edit(written.id(), "They stay.", csm))
                .withMessage("This comment is older than 15 minutes and stays: please write another one.");
        assertThatExceptionOfType(TransitionRefused.class).isThrownBy(() -> comments.delete(written.id(), csm));
    }

    @Test
    void savingItUnchangedIsNoEdit() {
        Comment written = comments.write(Topic.of(account), "They are leaving.", csm);

        comments.edit(written.id(), " They are leaving. ", csm);

        assertThat(comments.withId(written.id()).orElseThrow().isEdited()).isFalse();
    }

    @Test
    void nobodyChangesWhatAnotherSaid() {
        Comment written = comments.write(Topic.of(account), "They are leaving.", csm);

        assertThatThrownBy(() -> comments.edit(written.id(), "No.", nora))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("Only Carla can change this comment.");
        assertThatThrownBy(() -> comments.delete(written.id(), nora)).isInstanceOf(TransitionRefused.class);
        assertThat(comments.on(Topic.of(account))).extracting(Comment::text).containsExactly("They are leaving.");
    }

    @Test
    void theAuthorTakesItBack() {
        Comment written = comments.write(Topic.of(account), "@Nora They are leaving.", csm);

        comments.delete(written.id(), csm);

        assertThat(comments.on(Topic.of(account))).isEmpty();
        assertThat(given.auditedActions()).endsWith("comment.written", "comment.deleted");
    }

    @Test
    void anEmptyOneIsNotWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> comments.write(Topic.of(account), "  ", csm))
                .withMessage("The comment is missing: please write it.");
    }

    @Test
    void theRunOfAnotherAccountIsNoTopic() {
        AccountId other = given.account("Bolt", csm);
        RunId run = runs.start(other, given.playWithTasks(1), null, "It is time.", actor)
                .id();

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> comments.write(Topic.of(account, run), "Hello", csm));
    }
}
