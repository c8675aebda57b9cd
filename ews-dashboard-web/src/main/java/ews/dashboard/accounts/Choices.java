package ews.dashboard.accounts;

import ews.dashboard.security.Viewer;
import ews.detection.segment.Segments;
import ews.domain.account.Account;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.FollowUpPolicies;
import ews.plays.run.OwnerChange;
import ews.plays.watchlist.BuiltInList;
import ews.plays.watchlist.SavedFilters;
import ews.plays.watchlist.WatchLists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What the forms around accounts offer.
 *
 * @param changes whether the viewer may change any account
 * @param assigns whether the viewer may hand accounts over
 * @param owners whose accounts a list can show
 * @param watchLists of all kinds
 * @param ownLists those that accounts are put on
 * @param workers members who can be given a task
 * @param moving which open tasks go to a new CSM, what the policy says first
 */
record Choices(
        boolean changes,
        boolean assigns,
        List<Choice> owners,
        List<Choice> segments,
        List<Choice> watchLists,
        List<Choice> ownLists,
        List<Choice> plays,
        List<Choice> csms,
        List<Choice> workers,
        List<Choice> moving) {

    /** One option: its value in forms, and how it reads. */
    record Choice(String key, String name) {}

    /** Reads them. */
    @Component
    static class Reading {

        private final Segments segments;
        private final Members members;
        private final Plays plays;
        private final WatchLists watchLists;
        private final SavedFilters savedFilters;
        private final FollowUpPolicies policies;

        Reading(
                Segments segments,
                Members members,
                Plays plays,
                WatchLists watchLists,
                SavedFilters savedFilters,
                FollowUpPolicies policies) {
            this.segments = segments;
            this.members = members;
            this.plays = plays;
            this.watchLists = watchLists;
            this.savedFilters = savedFilters;
            this.policies = policies;
        }

        /** What the forms around several accounts offer. */
        Choices of(Viewer viewer) {
            return of(viewer, members.all().stream().filter(Member::active));
        }

        /** What the forms of one account offer: people of the sample company only where the account is of it. */
        Choices of(Viewer viewer, Account account) {
            return of(viewer, members.all().stream().filter(member -> member.active() && mayHave(member, account)));
        }

        private static boolean mayHave(Member member, Account account) {
            return account.sample() || !member.sample() || member.id().equals(account.csm());
        }

        private Choices of(Viewer viewer, Stream<Member> offered) {
            List<Member> active = offered.toList();
            List<Choice> ownLists = watchLists.all().stream()
                    .map(list -> new Choice(list.key(), list.name()))
                    .toList();
            Stream<Choice> builtIn = Stream.of(BuiltInList.values()).map(list -> new Choice(list.key(), list.label()));
            Stream<Choice> saved = savedFilters.visibleTo(viewer.id()).stream()
                    .map(filter -> new Choice(filter.key().text(), filter.name()));
            return new Choices(
                    viewer.mayWork(),
                    viewer.mayAssign(),
                    owners(viewer, active),
                    segments.all().stream()
                            .map(segment -> new Choice(segment.key(), segment.name()))
                            .toList(),
                    Stream.of(builtIn, ownLists.stream(), saved)
                            .flatMap(it -> it)
                            .toList(),
                    ownLists,
                    plays.all().stream()
                            .filter(Play::enabled)
                            .map(play -> new Choice(play.key(), play.name()))
                            .toList(),
                    named(active.stream().filter(member -> member.role() == Role.CSM)),
                    named(active.stream().filter(member -> member.role() != Role.EXECUTIVE)),
                    moving());
        }

        private List<Choice> moving() {
            OwnerChange usual = policies.ownerChange();
            return Stream.of(OwnerChange.values())
                    .sorted(Comparator.comparing(it -> it != usual))
                    .map(it -> new Choice(it.code(), it.label()))
                    .toList();
        }

        private static List<Choice> owners(Viewer viewer, List<Member> active) {
            var owners = new ArrayList<Choice>();
            if (viewer.role() == Role.CSM) {
                owners.add(new Choice(viewer.id().toString(), "My accounts"));
            }
            owners.add(new Choice("all", "All accounts"));
            active.stream()
                    .filter(member -> member.role() == Role.CSM && !member.id().equals(viewer.id()))
                    .forEach(member -> owners.add(new Choice(member.id().toString(), member.name())));
            owners.add(new Choice("none", "Without a CSM"));
            return owners;
        }

        private static List<Choice> named(Stream<Member> members) {
            return members.map(member -> new Choice(member.id().toString(), member.name()))
                    .toList();
        }
    }
}
