package ews.dashboard;

import static ews.dashboard.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.task.Task;
import ews.plays.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The sample company beside real accounts: what is made up is called so, and does not mix with what is not. */
@PageTest
class SampleTest {

    private static final String BANNER = "sample-banner";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Members members;

    @Autowired
    Tasks tasks;

    private Member manager;
    private Member madeUp;
    private AccountId real;
    private AccountId sample;

    @BeforeEach
    void oneOfEach() {
        given.nothing();
        manager = given.member("Mona Lead", Role.MANAGER);
        madeUp = members.ensure("sam@sample.example", "Sam Sample", Role.CSM, true);
        real = given.anAccount("Quarry Foods").scored(Band.POOR, 291, 0).exists();
        sample = given.anAccount("Made Up Ltd")
                .ofTheSampleCompany()
                .of(madeUp)
                .scored(Band.POOR, 291, 0)
                .exists();
    }

    @Test
    void theBannerIsAboveSampleAccountsAndListsAndNotAboveRealAccounts() {
        assertThat(mvc.get().uri("/accounts/" + real).with(signedIn(manager)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(BANNER);
        assertThat(mvc.get().uri("/accounts/" + sample).with(signedIn(manager)))
                .bodyText()
                .contains(BANNER);
        assertThat(mvc.get().uri("/accounts?csm=all").with(signedIn(manager)))
                .bodyText()
                .contains(BANNER);
    }

    @Test
    void workOnARealAccountIsNotAboutTheSampleEither() {
        Task task = tasks.add(real, "Call", "", given.today(), manager.id(), Actor.of(manager));

        for (String path : new String[] {
            "/tasks/" + task.id(),
            "/accounts/" + real + "/events",
            "/alerts/" + given.anAlert(real, "overdue-invoice", "An invoice is 12 days overdue")
        }) {
            assertThat(mvc.get().uri(path).with(signedIn(manager)))
                    .as(path)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(BANNER);
        }
    }

    @Test
    void aTaskOfARealAccountIsNotOfferedToPeopleWhoAreMadeUp() {
        Task task = tasks.add(real, "Call", "", given.today(), manager.id(), Actor.of(manager));

        assertThat(mvc.get().uri("/tasks/" + task.id()).with(signedIn(manager)))
                .bodyText()
                .contains(">Mona Lead</option>")
                .doesNotContain(">Sam Sample</option>");
        assertThat(mvc.get().uri("/accounts/" + real).with(signedIn(manager)))
                .bodyText()
                .contains(">Mona Lead</option>")
                .doesNotContain(">Sam Sample</option>");
    }

    @Test
    void aTaskOfASampleAccountIsOfferedToBoth() {
        Task task = tasks.add(sample, "Call", "", given.today(), madeUp.id(), Actor.of(manager));

        assertThat(mvc.get().uri("/tasks/" + task.id()).with(signedIn(manager)))
                .bodyText()
                .contains(">Mona Lead</option>", ">Sam Sample</option>");
    }
}
