package ews.dashboard.discussion;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Avatar;
import ews.dashboard.view.When;
import ews.domain.member.Member;
import ews.domain.time.OrganisationDays;
import ews.plays.discussion.Comment;
import ews.plays.discussion.Comments;
import ews.plays.discussion.Mentionable;
import ews.plays.discussion.Mentions;
import ews.plays.discussion.Topic;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The comments on a topic, and whether the viewer can write another one.
 *
 * @param page of the topic, under which comments are written
 * @param members whom they can mention
 */
public record Discussion(String page, List<Line> comments, boolean writes, List<Person> members) {

    /** @param mine whether the viewer can still change it */
    record Line(
            long id,
            String author,
            Avatar avatar,
            String written,
            boolean edited,
            List<Fragments.Fragment> fragments,
            String text,
            boolean mine) {}

    /** @param local the part of their e-mail address before the {@code @} */
    record Person(String name, String local, String role) {}

    /** Reads it. */
    @Component
    public static class Reading {

        private final Comments comments;
        private final Mentionable mentionable;
        private final When when;
        private final OrganisationDays days;

        Reading(Comments comments, Mentionable mentionable, When when, OrganisationDays days) {
            this.comments = comments;
            this.mentionable = mentionable;
            this.when = when;
            this.days = days;
        }

        public Discussion of(Topic topic, Viewer viewer) {
            List<Member> members = mentionable.on(topic.account());
            var mentions = new Mentions(members);
            return new Discussion(
                    Pages.of(topic),
                    comments.on(topic).stream()
                            .map(comment -> line(comment, mentions, viewer))
                            .toList(),
                    viewer.mayWork(),
                    members.stream().map(Reading::person).toList());
        }

        private Line line(Comment comment, Mentions mentions, Viewer viewer) {
            return new Line(
                    comment.id().value(),
                    comment.author(),
                    Avatar.of(comment.author()),
                    when.moment(comment.writtenAt()),
                    comment.isEdited(),
                    Fragments.of(comment.text(), mentions),
                    comment.text(),
                    viewer.mayWork() && comment.isChangeableBy(viewer.id(), days.now()));
        }

        private static Person person(Member member) {
            return new Person(
                    member.name(),
                    member.email().substring(0, member.email().indexOf('@')),
                    member.role().label());
        }
    }
}
