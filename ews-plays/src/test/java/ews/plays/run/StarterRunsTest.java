package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.Given;
import ews.plays.play.Plays;
import ews.plays.task.TaskLists;
import ews.plays.watchlist.WatchListEntry;
import ews.plays.watchlist.WatchLists;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The plays that everybody starts with, on Thursday, 19 November 2026. */
@SpringBootTest
class StarterRunsTest {

    @Autowired
    private Given given;

    @Autowired
    private Plays plays;

    @Autowired
    private Runs runs;

    @Autowired
    private TaskLists tasks;

    @Autowired
    private WatchLists watchLists;

    private AccountId account;

    @BeforeEach
    void start() {
        given.nothing();
        Member csm = given.member("Carla", Role.CSM);
        given.member("Max", Role.MANAGER);
        account = given.account("Acme", csm);
    }

    @Test
    void tenNewUsersGetATraining() {
        assertThat(tasksOf("train-new-users"))
                .containsExactly(
                        "2026-11-23 Carla: Schedule a training for the new users",
                        "2026-12-10 Carla: Check that the new users got started");
    }

    @Test
    void aNewFeatureGetsBestPracticesAndAnAdoptionReviewInThirtyDays() {
        assertThat(tasksOf("adopt-feature"))
                .containsExactly(
                        "2026-11-23 Carla: Send best practices and power tips",
                        "2026-12-21 Carla: Hold the adoption review");
    }

    @Test
    void lowReportingInvitesTheSponsorToAReview() {
        assertThat(tasksOf("reporting-review"))
                .containsExactly(
                        "2026-11-24 Carla: Invite the executive sponsor to a complimentary review session",
                        "2026-12-10 Carla: Follow up on the review session");
    }

    @Test
    void decliningUsageIsWatchedEscalatedAndAnsweredWithAWebinar() {
        assertThat(tasksOf("declining-usage"))
                .containsExactly(
                        "2026-11-23 Max: Create a win-back plan together with the CSM",
                        "2026-11-24 Carla: Invite all users to the training webinar");
        assertThat(watchLists.ofAccount(account))
                .extracting(WatchListEntry::listName)
                .containsExactly("Watch list");
    }

    @Test
    void winBackGoesFromTheCallToTheFollowUp() {
        assertThat(tasksOf("win-back"))
                .containsExactly(
                        "2026-11-20 Carla: Call your contact and listen",
                        "2026-11-24 Carla: Find the root cause",
                        "2026-11-25 Max: Remove obstacles and sponsor the get-well plan",
                        "2026-11-26 Carla: Agree on a get-well plan with the customer",
                        "2026-12-10 Carla: Follow up on the get-well plan");
    }

    @Test
    void aRenewalIsPreparedReviewedOfferedAndConfirmed() {
        assertThat(tasksOf("renewal"))
                .containsExactly(
                        "2026-11-26 Carla: Prepare the renewal",
                        "2026-12-21 Carla: Hold the business review",
                        "2027-01-04 Carla: Send the renewal offer",
                        "2027-02-02 Carla: Confirm the renewal");
    }

    private List<String> tasksOf(String play) {
        Run run = runs.start(account, plays.withKey(play).orElseThrow(), null, "It is time.", Actor.SYSTEM);
        return tasks.ofRun(run.id()).stream()
                .map(task -> "%s %s: %s".formatted(task.due(), task.assigneeName(), task.title()))
                .toList();
    }
}
