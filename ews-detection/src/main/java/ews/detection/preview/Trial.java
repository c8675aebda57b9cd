package ews.detection.preview;

import ews.detection.past.Horizon;
import ews.detection.past.ReadOnce;
import ews.detection.peer.PeerCandidates;
import ews.detection.peer.PeerGroups;
import ews.detection.peer.PeerSurvey;
import ews.detection.profile.ProfileVersion;
import ews.detection.scoring.Definitions;
import ews.detection.segment.Segmentation;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.HealthScore;
import ews.domain.score.Readings;
import ews.domain.segment.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores accounts by what counts now and by what is proposed, today and on the dates of the back-test. */
final class Trial {

    private final Proposal now;
    private final Proposal proposed;
    private Definitions byNow;
    private Definitions byProposed;
    private final boolean sameSegments;
    private final LocalDate today;
    private final List<LocalDate> dates;

    /** The past of an account, scored both ways. */
    record Past(PastHealth byNow, PastHealth byProposed) {}

    Trial(Proposal now, Proposal proposed, LocalDate today) {
        this.now = now;
        this.proposed = proposed;
        this.byNow = definitions(now);
        this.byProposed = definitions(proposed);
        this.sameSegments = now.segments().equals(proposed.segments());
        this.today = today;
        this.dates = new Horizon(today).dates();
    }

    /** As if it had counted ever since. */
    private static Definitions definitions(Proposal proposal) {
        return new Definitions(List.of(new Segmentation(LocalDate.EPOCH, proposal.segments())), proposal.versions());
    }

    /** The usage that must be read. */
    Days usage() {
        int before = Math.max(byNow.usageDays(), byProposed.usageDays());
        return new Days(dates.getFirst().minusDays(before), today);
    }

    /** Whether peers must be surveyed first. */
    boolean comparesPeers() {
        return !comparedWithPeers(byNow).isEmpty()
                || !comparedWithPeers(byProposed).isEmpty();
    }

    /** Of the segments whose accounts are scored. */
    private Map<Integer, Set<Measurement>> comparedWithPeers(Definitions definitions) {
        Map<Integer, Set<Measurement>> compared = definitions.comparedWithPeers();
        if (sameSegments) {
            compared.keySet().removeIf(segment -> !proposed.differs(now, segment));
        }
        return compared;
    }

    /** Looks at the peers of all dates; to be added to in the order of {@link PeerCandidates} before any is scored. */
    Survey survey() {
        return new Survey();
    }

    final class Survey {

        private final List<LocalDate> asOf = Stream.concat(dates.stream(), Stream.of(today))
                .map(PeerGroups::asOf)
                .distinct()
                .toList();
        private final PeerSurvey now = new PeerSurvey(asOf, comparedWithPeers(byNow), byNow::segmentOf);
        private final PeerSurvey proposed = new PeerSurvey(asOf, comparedWithPeers(byProposed), byProposed::segmentOf);

        void add(AccountFacts facts) {
            now.add(facts);
            proposed.add(facts);
        }

        void add(Survey other) {
            now.add(other.now);
            proposed.add(other.proposed);
        }

        /** Leaves out those who need not be added any more. */
        void narrow(PeerCandidates left) {
            left.keepOnlyFor(now, proposed);
        }

        /** From now on scores are compared with what was found; once, and before anything is scored. */
        void use() {
            byNow = byNow.comparing(now.result());
            byProposed = byProposed.comparing(proposed.result());
        }
    }

    /**
     * An account today.
     *
     * @param score as proposed; {@code null} where neither segment nor profile of the account would change
     */
    record Today(
            Segment segmentNow, Segment segment, @Nullable HealthScore score) {}

    Today today(AccountFacts facts) {
        LocalDate day = Definitions.lastDay(facts, today);
        Segment before = byNow.segmentOf(facts, day);
        Segment segment = sameSegments ? before : byProposed.segmentOf(facts, day);
        HealthScore score = isConcerned(before, segment)
                ? byProposed.score(Readings.of(facts, day), byProposed.versionOf(segment, day), day, null)
                : null;
        return new Today(before, segment, score);
    }

    /** Of all segments, those that are proposed before those that would be no more. */
    List<Segment> segments() {
        return Stream.concat(proposed.segments().stream(), now.segments().stream())
                .collect(Collectors.toMap(Segment::id, Function.identity(), (one, _) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private boolean isConcerned(Segment before, Segment after) {
        return before.id() != after.id() || proposed.differs(now, after.id());
    }

    /** The past in which the account would have been scored differently; empty if there is none. */
    Optional<Past> past(AccountFacts facts) {
        var before = new Scored(byNow);
        var after = new Scored(byProposed);
        var cancellations = new ArrayList<@Nullable LocalDate>(dates.size());
        boolean any = false;
        for (LocalDate date : dates) {
            cancellations.add(Horizon.cancellationAfter(date, facts).orElse(null));
            if (date.isBefore(facts.firstSeen()) || facts.isCancelled(date)) {
                before.skip();
                after.skip();
                continue;
            }
            Segment segmentBefore = byNow.segmentOf(facts, date);
            Segment segmentAfter = sameSegments ? segmentBefore : byProposed.segmentOf(facts, date);
            if (isConcerned(segmentBefore, segmentAfter)) {
                var readings = new ReadOnce(facts, date);
                before.score(readings, segmentBefore, date);
                after.score(readings, segmentAfter, date);
                any = true;
            } else {
                before.skip();
                after.skip();
            }
        }
        return any
                ? Optional.of(new Past(
                        new PastHealth(facts.account(), before.scores, cancellations),
                        new PastHealth(facts.account(), after.scores, cancellations)))
                : Optional.empty();
    }

    /** The scores of one account by date, each of which begins from the band of the date before. */
    private static final class Scored {

        private final Definitions definitions;
        private final List<@Nullable HealthScore> scores = new ArrayList<>(Horizon.DATES);
        private @Nullable Band band;
        private int versionId;

        Scored(Definitions definitions) {
            this.definitions = definitions;
        }

        void score(Readings readings, Segment segment, LocalDate date) {
            ProfileVersion version = definitions.versionOf(segment, date);
            HealthScore score = definitions.score(readings, version, date, versionId == version.id() ? band : null);
            scores.add(score);
            band = score.band();
            versionId = version.id();
        }

        void skip() {
            scores.add(null);
            band = null;
        }
    }
}
