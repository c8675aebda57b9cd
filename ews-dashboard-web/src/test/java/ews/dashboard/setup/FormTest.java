package ews.dashboard.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.ApplicationTest;
import ews.dashboard.security.Viewer;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.testing.TestDatabase;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Uses pages like a browser without JavaScript: gets them, sends their forms, follows redirects. */
@ApplicationTest
public abstract class FormTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    protected Members members;

    @Autowired
    protected JdbcClient jdbc;

    private final MockHttpSession session = new MockHttpSession();

    /** Who looks at the pages, unless a test says otherwise. */
    protected Member admin = new Member(new MemberId(0), "", "", Role.ADMIN, true, false);

    @BeforeEach
    void emptyDatabaseWithAnAdmin() {
        TestDatabase.clear();
        admin = joined("Ada Moreno", Role.ADMIN);
    }

    /** A member who has a password, so that they can sign in. */
    protected Member joined(String name, Role role) {
        Member member = invited(name, role);
        jdbc.sql("update member set password_hash = 'x' where id = :id")
                .param("id", member.id().value())
                .update();
        return member;
    }

    protected Member invited(String name, Role role) {
        String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        return members.ensure(address, name, role, false);
    }

    protected MvcTestResult get(String path) {
        return mvc.get().uri(path).session(session).with(as(admin)).exchange();
    }

    protected MvcTestResult getAsNobody(String path) {
        return mvc.get().uri(path).exchange();
    }

    /** @param program what the browser calls itself */
    protected MvcTestResult getAsNobody(String path, String program) {
        return mvc.get().uri(path).header(HttpHeaders.USER_AGENT, program).exchange();
    }

    protected MvcTestResult getAs(Member member, String path) {
        return mvc.get().uri(path).with(as(member)).exchange();
    }

    /** @param fields names and values by turns */
    protected MvcTestResult post(String path, String... fields) {
        return postAs(admin, path, fields);
    }

    protected MvcTestResult postAs(Member member, String path, String... fields) {
        var request = mvc.post().uri(path).session(session).with(as(member)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** Sends events like a source does. */
    protected MvcTestResult send(String key, String events) {
        return mvc.post()
                .uri("/v1/events")
                .header("Authorization", "Bearer " + key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"events\":[" + events + "]}")
                .exchange();
    }

    /** The page to which the answer leads. */
    protected String follow(MvcTestResult redirect) {
        assertThat(redirect.getResponse().getStatus()).as(html(redirect)).isEqualTo(302);
        URI address = URI.create(Objects.requireNonNull(redirect.getResponse().getRedirectedUrl()));
        return html(mvc.get().uri(address).session(session).with(as(admin)).exchange());
    }

    protected static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** What the audit log says was done, oldest first. */
    protected List<String> audited() {
        return jdbc.sql("select action from audit_entry order by id")
                .query((row, _) -> row.getString("action"))
                .list();
    }

    protected long account(String key) {
        return jdbc.sql("""
                        insert into account (key, name, first_seen_on) values (:key, :key, '2026-01-01') returning id
                        """).param("key", key).query(Long.class).single();
    }

    private static RequestPostProcessor as(Member member) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                new Viewer(member),
                null,
                AuthorityUtils.createAuthorityList("ROLE_" + member.role().name())));
    }
}
