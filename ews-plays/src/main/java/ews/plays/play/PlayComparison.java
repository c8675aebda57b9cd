package ews.plays.play;

import ews.domain.configuration.Change;
import ews.domain.configuration.Change.Kind;
import ews.domain.configuration.Change.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the plays that are there and those of a document apart, in sentences. */
final class PlayComparison {

    private static final String ON = "Is switched on: it can be started, and starts by itself";
    private static final String OFF = "Is switched off: nobody can start it, and its runs go on";

    private final List<Play> now;
    private final List<Play> wanted;

    PlayComparison(List<Play> now, List<Play> wanted) {
        this.now = now;
        this.wanted = wanted;
    }

    /** Those of the document in its order, then those that it does not name. */
    List<Change> changes() {
        return Stream.concat(
                        wanted.stream().flatMap(it -> change(it).stream()),
                        unnamed()
                                .filter(Play::enabled)
                                .map(it ->
                                        change(Kind.SWITCHED_OFF, it, List.of("The document does not name it", OFF))))
                .toList();
    }

    /** Those that are there, and that the document does not name. */
    Stream<Play> unnamed() {
        Set<String> named = wanted.stream().map(Play::key).collect(Collectors.toSet());
        return now.stream().filter(it -> !named.contains(it.key())).sorted(Comparator.comparing(Play::key));
    }

    private Optional<Change> change(Play play) {
        Optional<Play> before =
                now.stream().filter(it -> it.key().equals(play.key())).findFirst();
        return before.isEmpty() ? Optional.of(added(play)) : changed(before.get(), play);
    }

    private static Change added(Play play) {
        Definition definition = play.definition();
        var details = new ArrayList<String>();
        details.add(play.enabled() ? ON : "Is off: nobody can start it until it is switched on");
        details.add(definition.entry().text().replaceFirst("\\.$", ""));
        Goal goal = definition.goal();
        if (goal != null) {
            details.add("Is for %s, within %d days".formatted(goal.text(), goal.within()));
        }
        if (definition.holdOut() > 0) {
            details.add("Holds out %d %%".formatted(definition.holdOut()));
        }
        details.addAll(PlayChanges.between(withSteps(play, List.of()), withSteps(play, play.steps())));
        return change(Kind.ADDED, play, details);
    }

    /** A play that has nothing else to tell. */
    private static Play withSteps(Play play, List<Step> steps) {
        return new Play(play.key(), play.name(), play.description(), 0, true, steps);
    }

    private static Optional<Change> changed(Play before, Play after) {
        var details = new ArrayList<>(PlayChanges.between(before, after));
        if (details.isEmpty() && !before.saysTheSameAs(after)) {
            details.add("Says the same in another way");
        }
        Kind kind = !details.isEmpty() ? Kind.CHANGED : after.enabled() ? Kind.SWITCHED_ON : Kind.SWITCHED_OFF;
        if (before.enabled() != after.enabled()) {
            details.add(after.enabled() ? ON : OFF);
        }
        return details.isEmpty() ? Optional.empty() : Optional.of(change(kind, after, details));
    }

    private static Change change(Kind kind, Play play, List<String> details) {
        return new Change(kind, Subject.PLAY, play.key(), play.name(), details);
    }
}
