package ews.detection.suggestion;

import ews.detection.past.Horizon;
import ews.detection.past.ReadOnce;
import ews.detection.past.RocCurve;
import ews.detection.peer.PeerGroups;
import ews.detection.peer.PeerSurvey;
import ews.detection.profile.ProfileVersion;
import ews.detection.scoring.Definitions;
import ews.detection.segment.Segmentation;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.score.Points;
import ews.domain.segment.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the accounts that were in a segment on past days, as if today's segments and profile had counted ever since.
 * Scores see only what was known on the day; what became of the account is told apart.
 */
final class Hindsight {

    private final int segmentId;
    private final List<LocalDate> dates;
    private Definitions definitions;

    /** @param profiles of all segments, by the segment's id */
    Hindsight(int segmentId, List<Segment> segments, Map<Integer, HealthProfile> profiles, Periods periods) {
        this.segmentId = segmentId;
        this.dates = periods.all();
        List<ProfileVersion> versions = profiles.entrySet().stream()
                .map(it -> version(it.getKey(), it.getValue()))
                .toList();
        this.definitions = new Definitions(List.of(new Segmentation(LocalDate.EPOCH, segments)), versions);
    }

    private static ProfileVersion version(int segment, HealthProfile profile) {
        return new ProfileVersion(segment, segment, 1, profile, "", "", Instant.EPOCH, LocalDate.EPOCH);
    }

    /** The usage that must be read. */
    Days usage() {
        return new Days(dates.getFirst().minusDays(definitions.usageDays()), dates.getLast());
    }

    boolean comparesPeers() {
        return definitions.comparedWithPeers().containsKey(segmentId);
    }

    /** Each account must be added to one of them before any is looked at. */
    PeerSurvey survey() {
        List<LocalDate> asOf = dates.stream().map(PeerGroups::asOf).distinct().toList();
        return new PeerSurvey(asOf, definitions.comparedWithPeers(), definitions::segmentOf);
    }

    void compareWith(PeerSurvey survey) {
        definitions = definitions.comparing(survey.result());
    }

    /** The looks at the days on which a profile gives the account a score. */
    List<Look> looks(AccountFacts facts, List<LocalDate> dates, HealthProfile profile) {
        var looks = new ArrayList<Look>();
        for (LocalDate date : dates) {
            if (isLookedAt(facts, date)) {
                HealthScore score = score(new ReadOnce(facts, date), profile, date);
                if (score.points() != null) {
                    looks.add(Look.at(facts.account(), score, cancellation(facts, date)));
                }
            }
        }
        return looks;
    }

    /** Compares two profiles on the days on which both give the account a score. */
    void compare(AccountFacts facts, List<LocalDate> dates, Contest contest) {
        int[] counts = RocCurve.countsOf(facts.account());
        for (LocalDate date : dates) {
            if (isLookedAt(facts, date)) {
                var readings = new ReadOnce(facts, date);
                Points now = score(readings, contest.now(), date).points();
                Points suggested = score(readings, contest.suggested(), date).points();
                if (now != null && suggested != null) {
                    contest.add(now, suggested, cancellation(facts, date) != null, counts);
                }
            }
        }
    }

    private HealthScore score(ReadOnce readings, HealthProfile profile, LocalDate date) {
        return definitions.score(readings, version(segmentId, profile), date, null);
    }

    /** Days that are so near to a cancellation that a warning would help nobody say nothing useful. */
    private boolean isLookedAt(AccountFacts facts, LocalDate date) {
        if (date.isBefore(facts.firstSeen())
                || facts.isCancelled(date)
                || definitions.segmentOf(facts, date).id() != segmentId) {
            return false;
        }
        LocalDate cancellation = cancellation(facts, date);
        return cancellation == null || Horizon.isInTime(date, cancellation);
    }

    /** The one that a warning on the date would be right about. */
    private static @Nullable LocalDate cancellation(AccountFacts facts, LocalDate date) {
        return Horizon.cancellationAfter(date, facts)
                .filter(it -> Horizon.isWithin(it, date))
                .orElse(null);
    }
}
