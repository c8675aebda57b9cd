package ews.plays.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Which step of a play is which of its next version. Steps have no names of their own, so the same step is one that says
 * the same, else one with the same title, else one of the same kind at the same place.
 */
final class StepPairs {

    /** The place of one step in both, from 0. */
    record Pair(int before, int after) {}

    private final List<Step> before;
    private final List<Step> after;
    private final List<Pair> pairs = new ArrayList<>();

    private StepPairs(List<Step> before, List<Step> after) {
        this.before = before;
        this.after = after;
    }

    /** In the order of the later ones; a step that is in none of them is gone, or new. */
    static List<Pair> of(List<Step> before, List<Step> after) {
        var found = new StepPairs(before, after);
        found.join((was, now) -> before.get(was).equals(after.get(now)));
        found.join((was, now) -> before.get(was).name().equals(after.get(now).name()) && found.sameKind(was, now));
        found.join((was, now) -> was.equals(now) && found.sameKind(was, now));
        return found.pairs.stream().sorted(Comparator.comparingInt(Pair::after)).toList();
    }

    /** Those that were moved: what is left of the pairs without the longest row of them that kept its order. */
    static List<Pair> moved(List<Pair> pairs) {
        var best = new ArrayList<List<Pair>>();
        for (Pair pair : pairs) {
            var row = new ArrayList<>(best.stream()
                    .filter(it -> it.getLast().before() < pair.before())
                    .max(Comparator.comparingInt(List::size))
                    .orElse(List.of()));
            row.add(pair);
            best.add(row);
        }
        List<Pair> kept = best.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
        return pairs.stream().filter(it -> !kept.contains(it)).toList();
    }

    private void join(BiPredicate<Integer, Integer> same) {
        for (int place = 0; place < after.size(); place++) {
            int now = place;
            if (pairs.stream().noneMatch(it -> it.after() == now)) {
                Optional<Pair> found = IntStream.range(0, before.size())
                        .filter(was -> pairs.stream().noneMatch(it -> it.before() == was))
                        .filter(was -> same.test(was, now))
                        .mapToObj(was -> new Pair(was, now))
                        .findFirst();
                found.ifPresent(pairs::add);
            }
        }
    }

    private boolean sameKind(int was, int now) {
        return before.get(was).getClass() == after.get(now).getClass();
    }
}
