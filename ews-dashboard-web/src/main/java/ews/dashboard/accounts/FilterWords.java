package ews.dashboard.accounts;

import ews.dashboard.view.When;
import ews.detection.segment.Segments;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.score.Band;
import ews.domain.segment.Segment;
import ews.plays.watchlist.BuiltInList;
import ews.plays.watchlist.ListKey;
import ews.plays.watchlist.WatchList;
import ews.plays.watchlist.WatchLists;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the parameters of a saved filter say, with the names that things have now, and whether they still mean something.
 */
record FilterWords(Map<String, String> segments, Map<String, String> lists, Map<String, String> members) {

    private static final Set<String> PLAIN =
            Set.of("q", "stage", "plan", "product", "falling", "renewing", "parent", "archived");

    /** Reads the names. */
    @Component
    static class Reading {

        private final Segments segments;
        private final WatchLists lists;
        private final Members members;

        Reading(Segments segments, WatchLists lists, Members members) {
            this.segments = segments;
            this.lists = lists;
            this.members = members;
        }

        FilterWords now() {
            return new FilterWords(
                    segments.all().stream().collect(Collectors.toMap(Segment::key, Segment::name)),
                    lists.all().stream().collect(Collectors.toMap(WatchList::key, WatchList::name)),
                    members.all().stream()
                            .collect(Collectors.toMap(it -> it.id().toString(), Member::name)));
        }
    }

    /** In words, such as {@code poor, falling, segment Enterprise, accounts of Chloe Tan}. */
    String of(Map<String, String> query) {
        return new TreeMap<>(query)
                .entrySet().stream()
                        .map(it -> words(it.getKey(), it.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private String words(String name, String value) {
        return switch (name) {
            case "csm" -> owner(value);
            case "segment" -> "segment " + segments.getOrDefault(value, value);
            case "list" -> "on “%s”".formatted(Objects.requireNonNullElse(listName(value), value));
            case "health" -> "unknown".equals(value) ? "unknown health" : value;
            case "cancelled" -> isMonth(value) ? "cancelled in " + When.month(YearMonth.parse(value)) : value;
            case "q" -> "“%s” in the name".formatted(value);
            case "falling" -> "falling";
            case "renewing" -> "renews in 90 days";
            case "parent" -> "parts of one account";
            case "archived" -> "archived";
            default -> name + " " + value;
        };
    }

    private String owner(String code) {
        return switch (code) {
            case "me" -> "accounts of whoever looks";
            case "all" -> "all accounts";
            case "none" -> "accounts without a CSM";
            default -> "accounts of " + members.getOrDefault(code, "somebody who is gone");
        };
    }

    private @Nullable String listName(String key) {
        return switch (ListKey.of(key)) {
            case ListKey.BuiltIn(BuiltInList list) -> list.label();
            case ListKey.Kept(String kept) -> lists.get(kept);
            case ListKey.Saved _ -> null;
        };
    }

    /** Why it does not work any more, in one sentence; {@code null} if it does. What is gone must not widen it silently. */
    @Nullable
    String problem(Map<String, String> query) {
        var gone = new ArrayList<String>();
        query.forEach((name, value) -> {
            if (!isKnown(name, value)) {
                gone.add("%s “%s”".formatted(label(name), value));
            }
        });
        return gone.isEmpty()
                ? null
                : "This filter does not work any more: there is no %s."
                        .formatted(String.join(" and no ", sorted(gone)));
    }

    private boolean isKnown(String name, String value) {
        return switch (name) {
            case "csm" -> Set.of("me", "all", "none").contains(value) || members.containsKey(value);
            case "segment" -> segments.containsKey(value);
            case "list" -> listName(value) != null;
            case "health" ->
                Arrays.stream(Band.values()).anyMatch(band -> band.code().equals(value));
            case "cancelled" -> isMonth(value);
            default -> PLAIN.contains(name);
        };
    }

    private static String label(String name) {
        return switch (name) {
            case "csm" -> "member";
            case "list" -> "watch list";
            case "health" -> "band";
            case "cancelled" -> "month";
            default -> name;
        };
    }

    private static boolean isMonth(String text) {
        return text.matches("\\d{4}-(0[1-9]|1[0-2])");
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }
}
