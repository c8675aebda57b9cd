package ews.dashboard.plays;

import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.domain.play.Outcome;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The plays, with the rules that suggest them and how their runs ended. */
@Component
class Library {

    private final Plays plays;
    private final Rules rules;
    private final PlayResults results;
    private final OrganisationDays days;

    Library(Plays plays, Rules rules, PlayResults results, OrganisationDays days) {
        this.plays = plays;
        this.rules = rules;
        this.results = results;
        this.days = days;
    }

    /**
     * @param rules the enabled ones that suggest it
     * @param running how many of its runs are under way
     * @param outcomes how those ended that people judged
     * @param cancelled how many were given up before they ended
     */
    record Entry(Play play, List<Rule> rules, long running, Map<Outcome, Long> outcomes, long cancelled) {

        /** Whether alerts of rules that suggest it start it; else people choose it for them. */
        public boolean startsByAlert() {
            return play.definition().entry().isByAlert();
        }

        /** What starts it, and for which alerts it is suggested. */
        public String starts() {
            String found = rules.stream().map(it -> it.kind().text()).collect(Collectors.joining(" or "));
            boolean byAlertAlone = play.definition().entry().equals(ews.plays.play.Entry.BY_ALERT);
            if (byAlertAlone) {
                return "Starts when %s.".formatted(found.isEmpty() ? "somebody starts it" : found);
            }
            String entry = play.definition().entry().text();
            return found.isEmpty() ? entry : "%s Suggested when %s.".formatted(entry, found);
        }

        /** How many of its runs are over, whatever came of them. */
        public long ended() {
            return outcomes.values().stream().mapToLong(it -> it).sum() + cancelled;
        }

        /** How those ended, in the order of how good that is, the cancelled ones last. */
        public List<Counted> counted() {
            var counted = new ArrayList<Counted>();
            outcomes.forEach((outcome, runs) -> counted.add(new Counted(outcome.label(), runs)));
            if (cancelled > 0) {
                counted.add(new Counted("Cancelled", cancelled));
            }
            return counted;
        }
    }

    record Counted(String label, long count) {}

    /** Those that can start first, then by name. */
    List<Entry> all() {
        Map<String, PlayResults.Result> byPlay = byPlay();
        List<Rule> enabled = rules.enabled();
        return plays.all().stream()
                .sorted(Comparator.comparing((Play play) -> !play.enabled()).thenComparing(Play::name))
                .map(play -> entry(play, enabled, byPlay.get(play.key())))
                .toList();
    }

    Optional<Entry> withKey(String key) {
        return plays.withKey(key).map(play -> entry(play, rules.enabled(), byPlay().get(key)));
    }

    private static Entry entry(Play play, List<Rule> enabled, PlayResults.@Nullable Result result) {
        List<Rule> suggesting =
                enabled.stream().filter(rule -> play.key().equals(rule.play())).toList();
        return result == null
                ? new Entry(play, suggesting, 0, Map.of(), 0)
                : new Entry(play, suggesting, result.running(), result.outcomes(), result.cancelled());
    }

    private Map<String, PlayResults.Result> byPlay() {
        return results.until(days.today()).stream()
                .collect(Collectors.toMap(PlayResults.Result::key, Function.identity()));
    }
}
