package ews.detection.peer;

import ews.domain.account.AccountId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/**
 * The accounts that have not been surveyed yet, in the order in which the samples of a {@link PeerSurvey} take them. So a
 * survey can end early, and finds the same as if it had looked at everybody.
 */
public final class PeerCandidates {

    /** As many as are read at once elsewhere. */
    private static final int PORTION = 128;

    /** Small, since a sample that lacks one account takes another round. */
    private static final int PORTIONS_A_ROUND = 4;

    private static final Comparator<Map.Entry<AccountId, LocalDate>> LEAST_HASH_FIRST = Comparator.comparingInt(
                    (Map.Entry<AccountId, LocalDate> it) ->
                            PeerSurvey.hash(it.getKey().value()))
            .thenComparingLong(it -> it.getKey().value());

    private List<Map.Entry<AccountId, LocalDate>> left;

    /** @param firstSeen of all accounts */
    public PeerCandidates(Map<AccountId, LocalDate> firstSeen) {
        left = firstSeen.entrySet().stream().sorted(LEAST_HASH_FIRST).toList();
    }

    /** The next ones, in portions to be read at once; empty at the end. All of them must be surveyed. */
    public List<List<AccountId>> next() {
        List<Map.Entry<AccountId, LocalDate>> round =
                left.subList(0, Math.min(PORTION * PORTIONS_A_ROUND, left.size()));
        left = left.subList(round.size(), left.size());
        return round.stream()
                .map(Map.Entry::getKey)
                .gather(Gatherers.windowFixed(PORTION))
                .toList();
    }

    /** Leaves out those who can change nothing in what was found so far: nobody can in a full sample. */
    public void keepOnlyFor(PeerSurvey... surveys) {
        left = Arrays.stream(surveys)
                .flatMap(it -> it.lastOpenDay().stream())
                .max(Comparator.naturalOrder())
                .map(day ->
                        left.stream().filter(it -> !it.getValue().isAfter(day)).toList())
                .orElse(List.of());
    }
}
