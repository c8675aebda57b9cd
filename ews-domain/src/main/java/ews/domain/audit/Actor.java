package ews.domain.audit;

import ews.domain.member.Member;
import ews.domain.member.MemberId;
import org.jspecify.annotations.Nullable;

/** Who does something: a member, or the system itself. The name stays readable when the member is gone. */
public record Actor(@Nullable MemberId member, String name) {

    public static final Actor SYSTEM = new Actor(null, "EWS");

    public static Actor of(Member member) {
        return new Actor(member.id(), member.name());
    }
}
