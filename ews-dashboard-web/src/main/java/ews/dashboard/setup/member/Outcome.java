package ews.dashboard.setup.member;

import ews.domain.member.Member;

/** What became of a change to a member. */
sealed interface Outcome {

    record Done(Member member) implements Outcome {}

    /** Another member has this address. */
    record EmailTaken(String email) implements Outcome {}

    /** Nobody else could sign in as an admin any more. */
    record LastAdmin() implements Outcome {}

    /** Somebody must take over first. */
    record NeedsSuccessor(Workload workload) implements Outcome {}
}
