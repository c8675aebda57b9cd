package ews.detection.configuration;

import ews.detection.configuration.Configuration.Rule;
import ews.detection.configuration.Configuration.Segment;
import ews.detection.profile.ProfileChanges;
import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import ews.domain.score.Indicator;
import ews.domain.segment.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells two configurations apart, in sentences. */
final class Comparison {

    private final Configuration now;
    private final Configuration wanted;
    private final Set<String> moved;

    private Comparison(Configuration now, Configuration wanted) {
        this.now = now;
        this.wanted = wanted;
        List<String> wantedKeys = wanted.segments().stream().map(Segment::key).toList();
        this.moved = Order.moved(
                now.segments().stream()
                        .map(Segment::key)
                        .filter(wantedKeys::contains)
                        .toList(),
                wantedKeys.stream().filter(it -> now.segment(it).isPresent()).toList());
    }

    static List<Change> between(Configuration now, Configuration wanted) {
        return new Comparison(now, wanted).changes();
    }

    private List<Change> changes() {
        var changes = new ArrayList<Change>();
        for (int i = 0; i < wanted.segments().size(); i++) {
            Segment segment = wanted.segments().get(i);
            Optional<Segment> before = now.segment(segment.key());
            if (before.isEmpty()) {
                changes.add(added(segment, place(i)));
            } else {
                changed(before.get(), segment, place(i)).ifPresent(changes::add);
            }
        }
        now.segments().stream()
                .filter(it -> wanted.segment(it.key()).isEmpty())
                .forEach(
                        it -> changes.add(new Change(Kind.REMOVED, Subject.SEGMENT, it.key(), it.name(), removed(it))));
        changes.addAll(RuleComparison.between(now, wanted));
        changedInbox().ifPresent(changes::add);
        changedHolidays().ifPresent(changes::add);
        return changes;
    }

    private Optional<Change> changedInbox() {
        List<String> details = now.inbox() == null || wanted.inbox() == null
                ? List.of()
                : InboxDocument.changes(now.inbox(), wanted.inbox());
        return details.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(Kind.CHANGED, Subject.INBOX, "inbox", "Inbox", details));
    }

    private Optional<Change> changedHolidays() {
        List<String> details = now.holidays() == null || wanted.holidays() == null
                ? List.of()
                : HolidaysDocument.changes(now.holidays(), wanted.holidays());
        return details.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(Kind.CHANGED, Subject.HOLIDAYS, "holidays", "Holidays", details));
    }

    /** Rules that stay as they are may be for the segment. */
    private List<String> removed(Segment segment) {
        List<Rule> rules = wanted.rules() == null ? now.namedRules() : List.of();
        return Stream.concat(
                        Stream.of("Its accounts go to the next segment whose conditions hold"),
                        rules.stream()
                                .filter(it ->
                                        it.definition().audience().segments().contains(segment.key()))
                                .map(it ->
                                        "The rule %s is for it, and finds nobody there any more".formatted(it.name())))
                .toList();
    }

    private String place(int index) {
        return index == 0
                ? "Comes first"
                : "Comes after %s".formatted(wanted.segments().get(index - 1).name());
    }

    private static Change added(Segment segment, String place) {
        return new Change(
                Kind.ADDED,
                Subject.SEGMENT,
                segment.key(),
                segment.name(),
                Stream.concat(
                                Stream.of(place, "Takes accounts where " + rule(segment)),
                                segment.profile().indicators().stream().map(Comparison::weighed))
                        .toList());
    }

    private static String weighed(Indicator indicator) {
        return "%s: weight %d".formatted(indicator.measurement().label(), indicator.weight());
    }

    private Optional<Change> changed(Segment before, Segment after, String place) {
        var details = new ArrayList<String>();
        if (!before.name().equals(after.name())) {
            details.add("Is called %s, it was %s".formatted(after.name(), before.name()));
        }
        if (!before.conditions().equals(after.conditions())) {
            details.add("Takes accounts where %s, it was: %s".formatted(rule(after), rule(before)));
        }
        if (!before.profile().equals(after.profile())) {
            List<String> sentences = ProfileChanges.between(before.profile(), after.profile());
            details.addAll(sentences.isEmpty() ? List.of("The indicators or limits are in another order") : sentences);
        }
        boolean moves = moved.contains(after.key());
        Kind kind = details.isEmpty() ? Kind.MOVED : Kind.CHANGED;
        if (moves) {
            details.add(place);
        }
        return details.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(kind, Subject.SEGMENT, after.key(), after.name(), details));
    }

    private static String rule(Segment segment) {
        return segment.conditions().isEmpty()
                ? "no other segment's conditions hold"
                : segment.conditions().stream().map(Condition::text).collect(Collectors.joining(" and "));
    }
}
