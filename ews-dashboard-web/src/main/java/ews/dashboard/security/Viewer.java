package ews.dashboard.security;

import ews.domain.account.Account;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Role;
import org.jspecify.annotations.Nullable;

/** The member who looks at a page, as they are at this request. Controllers take it as an argument. */
public record Viewer(Member member) {

    public MemberId id() {
        return member.id();
    }

    public String name() {
        return member.name();
    }

    public String email() {
        return member.email();
    }

    public Role role() {
        return member.role();
    }

    public String initials() {
        return member.initials();
    }

    public Actor actor() {
        return Actor.of(member);
    }

    public boolean isAdmin() {
        return role() == Role.ADMIN;
    }

    /** Whether everybody's accounts are this member's business; a CSM's are their own. */
    public boolean leads() {
        return role() != Role.CSM;
    }

    /** Whether this member may change anything at all about accounts. */
    public boolean mayWork() {
        return role() != Role.EXECUTIVE;
    }

    /** Whether this member may hand accounts from one CSM to another. */
    public boolean mayAssign() {
        return role() == Role.MANAGER || role() == Role.ADMIN;
    }

    /** Whether this member may say what plays do. */
    public boolean mayWritePlays() {
        return role() == Role.MANAGER || role() == Role.ADMIN;
    }

    public boolean mayChange(Account account) {
        return mayChangeOf(account.csm());
    }

    /** @param csm whose account it is; {@code null} if nobody's */
    public boolean mayChangeOf(@Nullable MemberId csm) {
        return switch (role()) {
            case ADMIN, MANAGER -> true;
            case CSM -> id().equals(csm);
            case EXECUTIVE -> false;
        };
    }

    /** As in logs: without the name. */
    @Override
    public String toString() {
        return "member " + id();
    }
}
