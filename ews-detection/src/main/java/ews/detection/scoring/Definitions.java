package ews.detection.scoring;

import ews.detection.peer.PeerGroups;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segmentation;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.score.Indicator;
import ews.domain.score.Limit;
import ews.domain.score.Readings;
import ews.domain.score.Scoring;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What accounts are measured by, now and on earlier days: the segments in their order, and the versions of profiles. */
public final class Definitions {

    private final List<Segmentation> segmentations;
    private final List<ProfileVersion> versions;
    private final PeerGroups peers;
    private final Map<Integer, List<ProfileVersion>> newestFirst = new HashMap<>();
    private final Map<Integer, HealthProfile> byId = new HashMap<>();

    /**
     * @param segmentations newest first
     * @param versions oldest first in each segment, at least one of each
     */
    public Definitions(List<Segmentation> segmentations, List<ProfileVersion> versions) {
        this(segmentations, versions, PeerGroups.NONE);
    }

    private Definitions(List<Segmentation> segmentations, List<ProfileVersion> versions, PeerGroups peers) {
        this.segmentations = segmentations;
        this.versions = versions;
        this.peers = peers;
        for (ProfileVersion version : versions) {
            newestFirst
                    .computeIfAbsent(version.segmentId(), _ -> new ArrayList<>())
                    .addFirst(version);
            byId.put(version.id(), version.profile());
        }
    }

    /** Scores an account as of a day, with the profile version of that day. */
    Assessment assess(AccountFacts facts, LocalDate day, Context context) {
        Segment segment = segmentOf(facts, day);
        ProfileVersion version = versionOf(segment, day);
        HealthScore score = score(Readings.of(facts, day), version, day, context.before(version));
        return new Assessment(
                facts,
                segment,
                version,
                context.override(day).map(score::overridden).orElse(score));
    }

    /** The same, with peers to compare with. */
    public Definitions comparing(PeerGroups with) {
        return new Definitions(segmentations, versions, with);
    }

    /** What any profile compares with peers, by segment and in the form of values. */
    public Map<Integer, Set<Measurement>> comparedWithPeers() {
        var compared = new HashMap<Integer, Set<Measurement>>();
        for (ProfileVersion version : versions) {
            measurements(version.profile())
                    .filter(it -> it.form() == Form.PEERS)
                    .forEach(it -> compared.computeIfAbsent(version.segmentId(), _ -> new LinkedHashSet<>())
                            .add(it.as(Form.VALUE)));
        }
        return compared;
    }

    private static Stream<Measurement> measurements(HealthProfile profile) {
        return Stream.concat(
                profile.indicators().stream().map(Indicator::measurement),
                profile.limits().stream().map(Limit::measurement));
    }

    /** The segment that the account belongs to on a day. */
    public Segment segmentOf(AccountFacts facts, LocalDate day) {
        return Segment.of(facts, Segmentation.effectiveOn(day, segmentations).segments(), day);
    }

    /** What a metric gives for an account on a day, compared with its peers where it is read against them. */
    OptionalDouble read(Measurement measurement, AccountFacts facts, LocalDate day) {
        return measurement.measure(facts, day, peers.of(segmentOf(facts, day).id(), day));
    }

    /** The version of a segment's profile that counts for a day. */
    public ProfileVersion versionOf(Segment segment, LocalDate day) {
        List<ProfileVersion> versions = newestFirst.get(segment.id());
        if (versions == null) {
            throw new IllegalStateException("Segment %s has no profile".formatted(segment.name()));
        }
        return Profiles.effectiveOn(day, versions);
    }

    /** @param before the band of the day before by the same version; {@code null} if there is none */
    public HealthScore score(Readings readings, ProfileVersion version, LocalDate day, @Nullable Band before) {
        return Scoring.score(readings, version.profile(), day, peers.of(version.segmentId(), day), before);
    }

    /** Cancelled accounts keep the score of the day of their cancellation; all others have one of every day. */
    public static LocalDate lastDay(AccountFacts facts, LocalDate asOf) {
        return facts.subscription(asOf)
                .filter(it -> it.status() == SubscriptionStatus.CANCELLED)
                .flatMap(it -> Optional.ofNullable(it.cancelled()))
                .orElse(asOf);
    }

    Optional<HealthProfile> profile(int profileVersionId) {
        return Optional.ofNullable(byId.get(profileVersionId));
    }

    /** How many days of usage any profile or segment reads, the day itself included. */
    public int usageDays() {
        IntStream indicators =
                versions.stream().flatMap(it -> measurements(it.profile())).mapToInt(Measurement::usageDays);
        IntStream conditions = segmentations.stream()
                .flatMap(it -> it.segments().stream())
                .flatMap(segment -> segment.conditions().stream())
                .mapToInt(Condition::usageDays);
        return IntStream.concat(indicators, conditions).reduce(1, Math::max);
    }
}
