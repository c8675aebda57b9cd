package ews.dashboard.setup.member;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class MembersTest extends FormTest {

    private static final Pattern LINK = Pattern.compile("https?://[^<\\s]+/join[^<\\s]+");

    @Autowired
    private MemberChanges changes;

    private long assign(Member csm) {
        long account = account("acme");
        jdbc.sql("update account set csm_id = :csm where id = :id")
                .param("csm", csm.id().value())
                .param("id", account)
                .update();
        jdbc.sql("""
                        insert into task (account_id, title, detail, assignee_id, role, status, due_on, created_at)
                        values (:account, 'Call', '', :csm, 'csm', 'open', '2026-11-10', now())
                        """).param("account", account).param("csm", csm.id().value()).update();
        return account;
    }

    private long csmOf(long account) {
        return jdbc.sql("select csm_id from account where id = :id")
                .param("id", account)
                .query(Long.class)
                .single();
    }

    @Test
    void anAccountThatCancelledIsNoWorkAnyMore() {
        Member ben = joined("Ben Ito", Role.CSM);
        long account = assign(ben);
        jdbc.sql("update account set cancelled_on = '2026-01-31' where id = :id")
                .param("id", account)
                .update();

        assertThat(html(get("/setup/members/" + ben.id()))).contains("0 accounts and 1 open task");
    }

    @Test
    void aNewMemberIsInvitedWithALinkThatIsShownOnce() {
        String page = follow(post("/setup/members", "name", "Ben Ito", "email", "ben@example.com", "role", "CSM"));

        Matcher link = LINK.matcher(page);
        assertThat(link.find()).isTrue();
        Member ben = members.withEmail("ben@example.com").orElseThrow();
        assertThat(ben.role()).isEqualTo(Role.CSM);
        assertThat(html(get("/setup/members/" + ben.id()))).doesNotContain("/join");
        assertThat(audited()).contains("member.added");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ben Ito | not an address        | Enter an e-mail address, for example ada@example.com.
            Ben Ito | ADA.moreno@example.com | Another member has the address ADA.moreno@example.com.
            ''      | ben@example.com       | Enter a name of at most 200 characters.
            """)
    void keepsWhatWasTypedAndSaysWhatToChange(String name, String email, String error) {
        String page = html(post("/setup/members", "name", name, "email", email, "role", "MANAGER"));

        assertThat(page)
                .contains(error, "value=\"" + email + "\"", "value=\"" + name + "\"")
                .containsPattern("value=\"MANAGER\"[^>]*selected");
        assertThat(members.all()).hasSize(1);
    }

    @Test
    void changesAMember() {
        Member ben = joined("Ben Ito", Role.CSM);

        String page = follow(
                post("/setup/members/" + ben.id(), "name", "Ben Itō", "email", "b@example.com", "role", "MANAGER"));

        assertThat(page).contains("Saved.", "Ben Itō");
        assertThat(members.withId(ben.id()).orElseThrow())
                .returns("b@example.com", Member::email)
                .returns(Role.MANAGER, Member::role);
        assertThat(audited()).contains("member.changed");
    }

    @Test
    void theLastAdminWhoCanSignInStaysAnAdmin() {
        invited("Never Joined", Role.ADMIN);

        String page =
                html(post("/setup/members/" + admin.id(), "name", "Ada", "email", "ada@example.com", "role", "CSM"));

        assertThat(page).contains("This is the last admin who can sign in.");
        assertThat(members.withId(admin.id()).orElseThrow().role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void theLastAdminWhoCanSignInStaysActive() {
        String page = html(post("/setup/members/" + admin.id() + "/deactivation"));

        assertThat(page).contains("This is the last admin who can sign in.");
        assertThat(members.withId(admin.id()).orElseThrow().active()).isTrue();
    }

    @Test
    void ofTwoAdminsWhoRemoveEachOtherAtTheSameTimeOneStays() throws Exception {
        Member other = joined("Zoe Other", Role.ADMIN);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(List.<Callable<Outcome>>of(
                    () -> changes.deactivate(admin, null, Actor.of(other)),
                    () -> changes.deactivate(other, null, Actor.of(admin))));
            for (var result : results) {
                result.get();
            }
        }

        assertThat(members.all().stream().filter(Member::active)).hasSize(1);
    }

    @Test
    void asksWhoTakesOverFromSomebodyWithAccountsAndTasks() {
        Member ben = joined("Ben Ito", Role.CSM);
        assign(ben);

        String page = html(post("/setup/members/" + ben.id() + "/deactivation"));

        assertThat(page).contains("Choose who takes over 1 account and 1 open task.");
        assertThat(members.withId(ben.id()).orElseThrow().active()).isTrue();
    }

    @Test
    void movesAccountsAndOpenTasksToTheSuccessor() {
        Member ben = joined("Ben Ito", Role.CSM);
        Member eve = joined("Eve Roth", Role.CSM);
        long account = assign(ben);

        follow(post(
                "/setup/members/" + ben.id() + "/deactivation",
                "successor",
                eve.id().toString()));

        assertThat(members.withId(ben.id()).orElseThrow().active()).isFalse();
        assertThat(csmOf(account)).isEqualTo(eve.id().value());
        assertThat(jdbc.sql("select assignee_id from task").query(Long.class).single())
                .isEqualTo(eve.id().value());
        assertThat(audited()).contains("member.handed_over", "member.deactivated");
    }

    @Test
    void whoOnlyHasTasksNeedsNoSuccessorSinceTheyGoToTheCsmOfTheAccount() {
        Member ben = joined("Ben Ito", Role.CSM);
        Member eve = joined("Eve Roth", Role.CSM);
        assign(ben);
        jdbc.sql("update account set csm_id = :eve")
                .param("eve", eve.id().value())
                .update();

        follow(post("/setup/members/" + ben.id() + "/deactivation"));

        assertThat(jdbc.sql("select assignee_id from task").query(Long.class).single())
                .isEqualTo(eve.id().value());
    }

    @Test
    void whoBecomesAnExecutiveKeepsNoTasks() {
        Member ben = joined("Ben Ito", Role.CSM);
        Member eve = joined("Eve Roth", Role.CSM);
        assign(ben);
        jdbc.sql("update account set csm_id = :eve")
                .param("eve", eve.id().value())
                .update();

        follow(post(
                "/setup/members/" + ben.id(), "name", "Ben Ito", "email", ben.email(), "role", Role.EXECUTIVE.name()));

        assertThat(jdbc.sql("select assignee_id from task").query(Long.class).single())
                .isEqualTo(eve.id().value());
    }

    @Test
    void takesNobodyAsSuccessorWhoCannotHaveAccounts() {
        Member ben = joined("Ben Ito", Role.CSM);
        Member executive = joined("Eve Roth", Role.EXECUTIVE);
        assign(ben);

        String page = html(post(
                "/setup/members/" + ben.id() + "/deactivation",
                "successor",
                executive.id().toString()));

        assertThat(page).contains("Choose who takes over");
    }

    @Test
    void activatesSomebodyAgain() {
        Member ben = joined("Ben Ito", Role.CSM);
        follow(post("/setup/members/" + ben.id() + "/deactivation"));

        follow(post("/setup/members/" + ben.id() + "/activation"));

        assertThat(members.withId(ben.id()).orElseThrow().active()).isTrue();
    }

    @Test
    void somebodyOfTheSampleCompanyIsShownAsSuchAndNotInvited() {
        Member amelia = members.ensure("amelia@example.com", "Amelia Hart", Role.CSM, true);

        assertThat(html(get("/setup/members"))).contains("Sample").doesNotContain("Invited");
        assertThat(html(get("/setup/members/" + amelia.id())))
                .contains("nobody signs in as them")
                .doesNotContain("invitation");
        assertThat(html(post("/setup/members/" + amelia.id() + "/invitation")))
                .contains("Amelia Hart is made up")
                .doesNotContain("/join");
        assertThat(jdbc.sql("select count(*) from invitation").query(Long.class).single())
                .isZero();
    }

    @Test
    void realWorkIsNotHandedToSomebodyOfTheSampleCompany() {
        Member ben = joined("Ben Ito", Role.CSM);
        assign(ben);
        Member amelia = members.ensure("amelia@example.com", "Amelia Hart", Role.CSM, true);

        String page = html(post(
                "/setup/members/" + ben.id() + "/deactivation",
                "successor",
                amelia.id().toString()));

        assertThat(page).contains("Choose who takes over").doesNotContain("Amelia Hart");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void isForAdminsOnly(Role role) {
        Member ben = joined("Ben Ito", role);

        assertThat(getAs(ben, "/setup/members")).hasStatus(403);
        assertThat(postAs(ben, "/setup/members/" + admin.id() + "/deactivation"))
                .hasStatus(403);
    }

    @Test
    void saysThatThereIsNoSuchMember() {
        assertThat(get("/setup/members/999999")).hasStatus(404);
    }
}
