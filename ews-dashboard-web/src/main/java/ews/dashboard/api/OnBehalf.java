package ews.dashboard.api;

import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import org.springframework.stereotype.Component;

/** Lets a source say which member did what it reports. */
@Component
class OnBehalf {

    private final Members members;

    OnBehalf(Members members) {
        this.members = members;
    }

    /**
     * The member whose e-mail address the field {@code by} has, by way of the source; the source itself if there is none.
     *
     * @throws Problem if there is no such member, or not any more
     */
    Actor of(Body body, Actor source) {
        return body.optionalText("by").map(email -> of(email, source)).orElse(source);
    }

    /**
     * The same where only a member can do it.
     *
     * @throws Problem if none is named, or there is no such member, or not any more
     */
    Actor ofMember(Body body, Actor source) {
        return of(body.text("by"), source);
    }

    private Actor of(String email, Actor source) {
        Member member = members.withEmail(email)
                .filter(Member::active)
                .orElseThrow(() -> Problem.badRequest(
                        "by: must be the e-mail address of an active member; got \"%s\".".formatted(email)));
        return new Actor(member.id(), "%s via %s".formatted(member.name(), source.name()));
    }
}
