package ews.plays.discussion;

import ews.domain.member.Member;
import ews.domain.member.MemberId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the members whom a text mentions: an {@code @} at the start of a word, and right behind it somebody's name,
 * e-mail address, or the part of it before the {@code @}, in any case. Where several fit, the longest counts: {@code @Ann
 * Lee} does not mention Ann. Where two members have the same name, both are meant.
 */
public final class Mentions {

    private final List<Call> calls;

    /** @param members who can be mentioned */
    public Mentions(List<Member> members) {
        this.calls = members.stream()
                .flatMap(member -> Stream.of(member.name(), member.email(), local(member.email()))
                        .map(by -> new Call(by, member.id())))
                .sorted(Comparator.comparing((Call call) -> call.by().length()).reversed())
                .toList();
    }

    /** By what a member is called. */
    private record Call(String by, MemberId member) {}

    /** A mention in a text, with its {@code @}: from {@code start} to before {@code end}. */
    public record Mention(int start, int end, Set<MemberId> members) {}

    /** Those of a text, in their order. */
    public List<Mention> in(String text) {
        var found = new ArrayList<Mention>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            if (start == 0 || !isPartOfWord(text.charAt(start - 1))) {
                at = longest(text, start)
                        .map(by -> {
                            int end = start + 1 + by.length();
                            found.add(new Mention(start, end, called(by)));
                            return end - 1;
                        })
                        .orElse(start);
            }
        }
        return List.copyOf(found);
    }

    /** Whom a text mentions, each once. */
    Set<MemberId> membersIn(String text) {
        return in(text).stream()
                .flatMap(mention -> mention.members().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<String> longest(String text, int at) {
        return calls.stream()
                .map(Call::by)
                .filter(by -> text.regionMatches(true, at + 1, by, 0, by.length()))
                .filter(by -> endsWord(text, at + 1 + by.length()))
                .findFirst();
    }

    private Set<MemberId> called(String by) {
        return calls.stream()
                .filter(call -> call.by().equalsIgnoreCase(by))
                .map(Call::member)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean endsWord(String text, int end) {
        return end >= text.length()
                || !isPartOfWord(text.charAt(end))
                // "@ann." ends a sentence, "@ann.lee" goes on.
                || (text.charAt(end) == '.' && (end + 1 == text.length() || !isPartOfWord(text.charAt(end + 1))));
    }

    private static boolean isPartOfWord(char character) {
        return Character.isLetterOrDigit(character) || ".-_+@".indexOf(character) >= 0;
    }

    private static String local(String email) {
        return email.substring(0, email.indexOf('@'));
    }
}
