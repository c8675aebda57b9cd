package ews.plays.task;

import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.member.Role;
import org.springframework.stereotype.Component;

/** Who can be given work: active members, except executives, who change nothing. */
@Component
public class Assignable {

    private final Members members;

    Assignable(Members members) {
        this.members = members;
    }

    /**
     * The member, if they can be given work.
     *
     * @throws IllegalArgumentException if they cannot; the message says why
     */
    public Member member(MemberId id) {
        Member member = members.withId(id)
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no such member any more: please choose somebody else."));
        if (!member.active()) {
            throw new IllegalArgumentException(member.name() + " is not active any more: please choose somebody else.");
        }
        if (member.role() == Role.EXECUTIVE) {
            throw new IllegalArgumentException(
                    member.name() + " is an executive, who has no tasks: please choose somebody else.");
        }
        return member;
    }
}
