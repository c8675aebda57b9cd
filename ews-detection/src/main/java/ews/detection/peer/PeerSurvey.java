package ews.detection.peer;

import ews.detection.peer.PeerGroups.Group;
import ews.domain.fact.AccountFacts;
import ews.domain.metric.Measurement;
import ews.domain.segment.Segment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Gathers distributions, one account after the other. Of large groups it keeps a sample: the accounts whose ids have the
 * least hashes (bottom-k sampling), so that neither order nor parallelism matter and memory does not grow with accounts.
 */
public final class PeerSurvey {

    /** With so many, a percentile is right to about 1.5 points (one standard error). */
    static final int SAMPLE = 1_000;

    private final List<LocalDate> asOf;
    private final Membership membership;
    private final Map<Integer, Set<Measurement>> wanted;
    private final Map<Group, Sample> samples = new HashMap<>();

    /** Which segment an account belonged to on a day. */
    public interface Membership {
        Segment of(AccountFacts facts, LocalDate day);
    }

    private record Kept(int hash, long account, double value) {
        static final Comparator<Kept> LEAST_FIRST =
                Comparator.comparingInt(Kept::hash).thenComparingLong(Kept::account);
    }

    private static final class Sample {
        private final PriorityQueue<Kept> kept = new PriorityQueue<>(Kept.LEAST_FIRST.reversed());
        private int size;

        void add(Kept value) {
            size++;
            keep(value);
        }

        void keep(Kept value) {
            if (!isFull()) {
                kept.add(value);
            } else if (Kept.LEAST_FIRST.compare(value, kept.element()) < 0) {
                kept.remove();
                kept.add(value);
            }
        }

        boolean isFull() {
            return kept.size() == SAMPLE;
        }

        void add(Sample other) {
            size += other.size;
            other.kept.forEach(this::keep);
        }

        PeerDistribution result() {
            return new PeerDistribution(
                    size, kept.stream().mapToDouble(Kept::value).sorted().toArray());
        }
    }

    /**
     * @param asOf the days
     * @param wanted by segment, measurements in the form of a value
     */
    public PeerSurvey(Collection<LocalDate> asOf, Map<Integer, Set<Measurement>> wanted, Membership membership) {
        this.asOf = List.copyOf(asOf);
        this.wanted = wanted;
        this.membership = membership;
    }

    public void add(AccountFacts facts) {
        if (wanted.isEmpty()) {
            return;
        }
        int hash = hash(facts.account().value());
        for (LocalDate day : asOf) {
            if (day.isBefore(facts.firstSeen()) || facts.isCancelled(day)) {
                continue;
            }
            int segment = membership.of(facts, day).id();
            for (Measurement measurement : wanted.getOrDefault(segment, Set.of())) {
                OptionalDouble value = measurement.measure(facts, day);
                if (value.isPresent()) {
                    samples.computeIfAbsent(new Group(day, segment, measurement), _ -> new Sample())
                            .add(new Kept(hash, facts.account().value(), value.getAsDouble()));
                }
            }
        }
    }

    public void add(PeerSurvey other) {
        other.samples.forEach((group, sample) ->
                samples.computeIfAbsent(group, _ -> new Sample()).add(sample));
    }

    /**
     * The last day with a sample that is not full; empty if all are. When accounts are added in the order of
     * {@link PeerCandidates}, a sample that is full stays as it is; so whoever comes next changes nothing unless the
     * account was there on this day.
     */
    public Optional<LocalDate> lastOpenDay() {
        return asOf.stream().filter(this::isOpen).max(Comparator.naturalOrder());
    }

    private boolean isOpen(LocalDate day) {
        return wanted.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(measurement -> new Group(day, it.getKey(), measurement)))
                .map(samples::get)
                .anyMatch(sample -> sample == null || !sample.isFull());
    }

    /**
     * Groups in which nobody has a value are there too, and empty. The size of a group of which there is a full sample
     * counts only those that were added.
     */
    public PeerGroups result() {
        var distributions = new HashMap<Group, PeerDistribution>();
        for (LocalDate day : asOf) {
            wanted.forEach((segment, measurements) -> measurements.forEach(measurement -> {
                var group = new Group(day, segment, measurement);
                Sample sample = samples.get(group);
                distributions.put(group, sample == null ? new PeerDistribution(0, new double[0]) : sample.result());
            }));
        }
        return new PeerGroups(distributions);
    }

    /** The finalizer of MurmurHash3, which spreads ids that follow each other. */
    static int hash(long id) {
        long hash = id;
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (int) (hash ^ (hash >>> 33));
    }
}
