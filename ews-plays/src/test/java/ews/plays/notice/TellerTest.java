package ews.plays.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.Given;
import ews.plays.Mailbox;
import ews.plays.Sending;
import ews.plays.channel.MemberSlack;
import ews.plays.outbox.Channel;
import ews.plays.outbox.MessageRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Carla is told. It is Thursday, 10:00 in the organisation's zone, which is UTC. */
@TestPropertySource(properties = "ews.url=https://ews.example.com")
class TellerTest extends Sending {

    @Autowired
    private Teller teller;

    @Autowired
    private Notices notices;

    @Autowired
    private NoticePreferences preferences;

    @Autowired
    private MemberSlack slack;

    @Autowired
    private JdbcClient jdbc;

    private void happens(NoticeKind kind, String key, String text) {
        notices.tell(csm.id(), new NewNotice(kind, key, account, text, "/tasks/7"));
    }

    private void chooses(NoticeKind kind, Way way, Timing timing) {
        chooses(kind, way, timing, QuietTimes.none(ZoneId.of("UTC")));
    }

    private void chooses(NoticeKind kind, Way way, Timing timing, QuietTimes times) {
        preferences.change(csm, new Preferences(Map.of(kind, new Choice(way, timing)), times, true));
    }

    private static QuietTimes quiet(String zone, @Nullable String from, @Nullable String to, boolean weekends) {
        return new QuietTimes(
                ZoneId.of(zone),
                from == null ? null : LocalTime.parse(from),
                to == null ? null : LocalTime.parse(to),
                weekends,
                LocalTime.of(8, 0));
    }

    private List<String> sent() {
        teller.tell();
        sender.runOnce();
        return all().reversed().stream().map(MessageRow::subject).toList();
    }

    @Test
    void whatIsWantedAtOnceIsAnEmailWithALinkOnce() throws Exception {
        happens(NoticeKind.TASK_OVERDUE, "a", "Call was due on 2026-11-18");
        happens(NoticeKind.TASK_OVERDUE, "a", "Call was due on 2026-11-18");

        assertThat(sent()).containsExactly("Acme: Call was due on 2026-11-18");
        assertThat(sent()).as("looking again").hasSize(1);

        assertThat(Mailbox.received()).singleElement().satisfies(it -> {
            assertThat(it.getSubject()).isEqualTo("Acme: Call was due on 2026-11-18");
            assertThat(it.getAllRecipients()[0]).hasToString("carla@example.com");
            assertThat(it.getContent().toString().replace("\r\n", "\n")).isEqualTo("""
                            A task of mine is overdue
                            - Acme: Call was due on 2026-11-18
                              https://ews.example.com/tasks/7

                            --
                            What you hear of, and when, is your choice: https://ews.example.com/me/notices/choices""");
        });
        assertThat(only().accountName()).isEqualTo("Acme");
    }

    @Test
    void whatIsDueAtTheSameMomentIsOneMessage() throws Exception {
        happens(NoticeKind.MENTIONED, "a", "Ann: please call");
        happens(NoticeKind.TASK_OVERDUE, "b", "Call was due");
        happens(NoticeKind.MENTIONED, "c", "Ben: thanks");

        assertThat(sent()).containsExactly("3 notices");
        assertThat(Mailbox.received().getFirst().getContent().toString())
                .containsSubsequence(
                        "A task of mine is overdue", "Call was due", "Somebody mentions me", "Ann: ", "Ben: ");
    }

    @Test
    void theDigestComesInTheMorningOfTheMember() {
        chooses(NoticeKind.TASK_DUE, Way.EMAIL, Timing.DAILY, quiet("America/New_York", null, null, false));
        happens(NoticeKind.TASK_DUE, "a", "Call is due on 19 Nov 2026");
        happens(NoticeKind.TASK_DUE, "b", "Write is due on 19 Nov 2026");
        assertThat(sent()).as("at 05:00 in New York").isEmpty();

        given.clock().set(Instant.parse("2026-11-19T12:59:50Z"));
        assertThat(sent()).isEmpty();
        given.clock().set(Instant.parse("2026-11-19T13:00:00Z"));
        assertThat(sent()).containsExactly("Your digest: 2 notices");

        happens(NoticeKind.TASK_DUE, "c", "Later");
        given.clock().tick(Duration.ofHours(20));
        assertThat(sent()).as("before the next digest").hasSize(1);
        given.clock().tick(Duration.ofHours(4));
        assertThat(sent()).hasSize(2);
    }

    @Test
    void aDigestThatNobodyWasThereToSendIsSentLater() {
        happens(NoticeKind.TASK_DUE, "a", "Call is due on 19 Nov 2026");

        given.clock().tick(Duration.ofDays(1).plusHours(9)); // Friday, 19:00

        assertThat(sent()).hasSize(1);
    }

    @Test
    void whatHappensInQuietHoursComesInOneMessageWhenTheyEnd() {
        chooses(NoticeKind.MENTIONED, Way.EMAIL, Timing.AT_ONCE, quiet("UTC", "09:00", "11:00", false));
        happens(NoticeKind.MENTIONED, "a", "Ann: please");
        assertThat(sent()).isEmpty();
        given.clock().tick(Duration.ofMinutes(59));
        happens(NoticeKind.MENTIONED, "b", "Ann: now");
        assertThat(sent()).isEmpty();

        given.clock().tick(Duration.ofMinutes(1));

        assertThat(sent()).containsExactly("2 notices");
    }

    @Test
    void whoEndsTheirQuietHoursIsToldAtOnce() {
        chooses(NoticeKind.MENTIONED, Way.EMAIL, Timing.AT_ONCE, quiet("UTC", "09:00", "11:00", false));
        happens(NoticeKind.MENTIONED, "a", "Ann: please");
        assertThat(sent()).isEmpty();

        chooses(NoticeKind.MENTIONED, Way.EMAIL, Timing.AT_ONCE);

        assertThat(sent()).hasSize(1);
    }

    @Test
    void whatStaysInEwsIsInTheListAndNowhereElse() {
        chooses(NoticeKind.MENTIONED, Way.PRODUCT, Timing.AT_ONCE);
        happens(NoticeKind.MENTIONED, "a", "Ann: please");

        assertThat(sent()).isEmpty();
        assertThat(notices.newest(csm.id(), 10)).singleElement().satisfies(it -> {
            assertThat(it.line()).isEqualTo("Acme: Ann: please");
            assertThat(it.isNew()).isTrue();
        });
        notices.see(csm.id());
        assertThat(notices.newest(csm.id(), 10)).noneMatch(Notice::isNew);
        chooses(NoticeKind.MENTIONED, Way.EMAIL, Timing.AT_ONCE);
        assertThat(sent())
                .as("what was chosen later counts for what happens later")
                .isEmpty();
    }

    @Test
    void whatNobodyWantsIsNotEvenInTheList() {
        chooses(NoticeKind.MENTIONED, Way.NONE, Timing.AT_ONCE);

        happens(NoticeKind.MENTIONED, "a", "Ann: please");

        assertThat(notices.newest(csm.id(), 10)).isEmpty();
    }

    @Test
    void slackIsTold() {
        slack.set(csm, receiver.url());
        chooses(NoticeKind.MENTIONED, Way.SLACK, Timing.AT_ONCE);
        happens(NoticeKind.MENTIONED, "a", "Ann: <!here> | please");

        assertThat(sent()).hasSize(1);

        assertThat(only().channel()).isEqualTo(Channel.SLACK);
        assertThat(receiver.requests().getFirst().body())
                .isEqualTo("{\"text\": \"*Somebody mentions me*\\n• <https://ews.example.com/tasks/7|"
                        + "Acme: Ann: &lt;!here&gt; ¦ please>\\n\"}");
    }

    @Test
    void whereSlackIsGoneTheyAreToldByEmail() {
        receiver.usuallyAnswers(404);
        slack.set(csm, receiver.url());
        chooses(NoticeKind.MENTIONED, Way.SLACK, Timing.AT_ONCE);
        happens(NoticeKind.MENTIONED, "a", "Ann: please");
        sent();
        assertThat(slack.of(csm.id()).orElseThrow().enabled()).isFalse();

        happens(NoticeKind.MENTIONED, "b", "Ann: hello?");
        sent();

        assertThat(Mailbox.received()).hasSize(1);
        slack.set(csm, receiver.url());
        assertThat(slack.of(csm.id()).orElseThrow().enabled())
                .as("with a new address")
                .isTrue();
    }

    @Test
    void whoLeftAndWhoIsMadeUpIsToldNothing() {
        Member leaver = given.member("Lea", Role.CSM);
        Member sample = given.member("Sam", Role.CSM);
        given.sample(sample);
        var notice = new NewNotice(NoticeKind.MENTIONED, "a", null, "Ann: please", "/today");
        notices.tell(leaver.id(), notice);
        given.inactive(leaver);
        notices.tell(sample.id(), notice);

        assertThat(sent()).isEmpty();
        assertThat(untold()).isZero();
    }

    private int untold() {
        return jdbc.sql("select count(*) from notice where told_at is null")
                .query(Integer.class)
                .single();
    }

    @Test
    void severalInstancesTellEachThingOnce() throws Exception {
        IntStream.range(0, 20).forEach(it -> happens(NoticeKind.MENTIONED, "key " + it, "Ann: please"));

        try (var instances = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> tellers = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(_ -> () -> {
                        teller.tell();
                        return true;
                    })
                    .toList();
            for (var one : instances.invokeAll(tellers)) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(sent()).containsExactly("20 notices");
    }

    @Test
    void moreThanFitAreSaidToBeInEws() throws Exception {
        IntStream.range(0, 53).forEach(it -> happens(NoticeKind.MENTIONED, "key " + it, "Ann: please"));

        sent();

        assertThat(Mailbox.received().getFirst().getContent().toString()).contains("And 3 more, in EWS.");
    }

    @Test
    void whatIsOldIsForgotten() {
        happens(NoticeKind.MENTIONED, "a", "Ann: please");
        teller.tell();
        given.clock().set(Given.THURSDAY.plus(Duration.ofDays(91)));

        assertThat(notices.forgetOld()).isEqualTo(1);
    }

    @Test
    void choicesAreAudited() {
        chooses(NoticeKind.MENTIONED, Way.NONE, Timing.DAILY);
        chooses(NoticeKind.MENTIONED, Way.NONE, Timing.DAILY);

        assertThat(given.audited("notices.changed"))
                .singleElement()
                .asString()
                .contains("\"mentioned\": \"none daily\"");
    }
}
