package ews.dashboard.security;

import ews.domain.member.MemberId;
import java.io.Serial;
import java.io.Serializable;

/**
 * What a session remembers: who signed in. Everything else is read again at each request.
 *
 * @param passwordMark changes with the password, which ends the sessions that began with the old one
 */
record SignedIn(long memberId, int passwordMark) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    MemberId member() {
        return new MemberId(memberId);
    }

    @Override
    public String toString() {
        return "member " + memberId;
    }
}
