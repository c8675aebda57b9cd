package ews.domain.member;

import java.util.Locale;

/** A person of our own company. An inactive member cannot sign in, and keeps their place in the history. */
public record Member(MemberId id, String email, String name, Role role, boolean active, boolean sample) {

    /** The first letters of the first and the last word of the name. */
    public String initials() {
        String[] words = name.strip().split("\\s+");
        String first = words[0].substring(0, Math.min(1, words[0].length()));
        String last = words.length > 1 ? words[words.length - 1].substring(0, 1) : "";
        return (first + last).toUpperCase(Locale.ROOT);
    }
}
