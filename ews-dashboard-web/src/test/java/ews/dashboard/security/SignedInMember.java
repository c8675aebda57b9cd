package ews.dashboard.security;

import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import java.util.List;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** For tests: members with a password, and sessions as the sign-in makes them. */
@Component
public class SignedInMember {

    public static final String PASSWORD = "a boat full of larks";

    private final Members members;
    private final Credentials credentials;

    SignedInMember(Members members, Credentials credentials) {
        this.members = members;
        this.credentials = credentials;
    }

    /** Makes the member if needed: {@code csm@example.com}. */
    public Member with(Role role) {
        return with(role, role.code() + "@example.com");
    }

    public Member with(Role role, String email) {
        Member member = members.ensure(email, role.label() + " Example", role, false);
        if (credentials.markOf(member.id()).isEmpty()) {
            credentials.change(member.id(), PASSWORD);
        }
        return member;
    }

    public MockHttpSession session(Member member) {
        int mark = credentials.markOf(member.id()).orElseThrow();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(member.id().value(), mark), null, List.of());
        var session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(authentication));
        return session;
    }
}
