package ews.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.ApplicationTest;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class InvitationsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Invitations invitations;

    @Autowired
    Credentials credentials;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    Member member;

    @BeforeEach
    void invitedMember() {
        TestDatabase.clear();
        member = members.ensure("ada@example.com", "Ada Moreno", Role.CSM, false);
    }

    @Test
    void theLinkGreetsTheMember() {
        assertThat(mvc.get().uri(invite())).hasStatusOk().bodyText().contains("Welcome, Ada Moreno", "ada@example.com");
    }

    @Test
    void theMemberSetsAPasswordOnce() {
        String link = invite();

        assertThat(join(link, "a boat full of larks")).hasRedirectedUrl("/");
        assertThat(credentials.memberWith("ada@example.com", "a boat full of larks"))
                .contains(member);
        assertThat(join(link, "another boat of larks")).hasStatus(410);
    }

    @Test
    void aNewLinkReplacesTheOldOne() {
        String old = invite();
        String recent = invite();

        assertThat(mvc.get().uri(old)).hasStatus(410);
        assertThat(mvc.get().uri(recent)).hasStatusOk();
    }

    @Test
    void anOldLinkDoesNotWorkAnyMore() {
        String link = invite();
        jdbc.sql("update invitation set expires_at = expires_at - interval '7 days 1 second'")
                .update();

        assertThat(mvc.get().uri(link)).hasStatus(410);
        assertThat(join(link, "a boat full of larks")).hasStatus(410);
    }

    @Test
    void aDisabledMemberCannotJoin() {
        String link = invite();
        members.change(member.id(), member.email(), member.name(), member.role(), false);

        assertThat(join(link, "a boat full of larks")).hasStatus(410);
    }

    @Test
    void theTokenIsNotKept() {
        String token = tokenOf(invite());

        assertThat(jdbc.sql(
                                "select count(*) from invitation where encode(token_hash, 'escape') like '%' || :token || '%'")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from audit_entry where detail::text like '%' || :token || '%'")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String invite() {
        return invitations.invite(member.id(), Actor.SYSTEM).path();
    }

    private static String tokenOf(String link) {
        return link.replace("/join?token=", "");
    }

    private MvcTestResult join(String link, String password) {
        return mvc.post()
                .uri("/join")
                .param("token", tokenOf(link))
                .param("password", password)
                .with(csrf())
                .exchange();
    }
}
