package ews.dashboard.view;

import ews.dashboard.security.Viewer;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.member.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose work a list shows: the viewer's, everybody's, or that of one member. */
public record Whose(@Nullable MemberId member, String code, List<Option> options) {

    /** One of those to choose from. */
    public record Option(String code, String name, boolean chosen) {}

    /** Reads the choice from an address. */
    @Component
    public static class Reading {

        private final Members members;

        Reading(Members members) {
            this.members = members;
        }

        /**
         * @param text {@code me}, {@code all} or the id of a member; anything else is what is usual for the viewer
         * @param usual what the address means that does not say whose
         */
        public Whose of(@Nullable String text, Viewer viewer, String usual) {
            String code = text != null && text.matches("me|all|\\d{1,18}") ? text : usual;
            var options = new ArrayList<Option>();
            options.add(new Option("me", "Mine", code.equals("me")));
            options.add(new Option("all", "Everybody's", code.equals("all")));
            members.all().stream()
                    .filter(member ->
                            member.active() && works(member) && !member.id().equals(viewer.id()))
                    .forEach(member -> options.add(new Option(
                            member.id().toString(),
                            member.name(),
                            code.equals(member.id().toString()))));
            return new Whose(
                    switch (code) {
                        case "me" -> viewer.id();
                        case "all" -> null;
                        default -> new MemberId(Long.parseLong(code));
                    },
                    code,
                    options);
        }

        private static boolean works(Member member) {
            return member.role() == Role.CSM || member.role() == Role.MANAGER;
        }
    }
}
