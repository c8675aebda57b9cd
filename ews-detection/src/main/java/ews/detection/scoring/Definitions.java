package ews.detection.scoring;

import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.metric.Measurement;
import ews.domain.metric.Peers;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.score.Indicator;
import ews.domain.score.Scoring;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What accounts are measured by: the segments in their order, and all versions of their profiles, at one moment. */
final class Definitions {

    private final List<Segment> segments;
    private final Map<Integer, List<ProfileVersion>> newestFirst = new HashMap<>();
    private final Map<Integer, HealthProfile> byId = new HashMap<>();

    Definitions(List<Segment> segments, List<ProfileVersion> versions) {
        this.segments = segments;
        for (ProfileVersion version : versions) {
            newestFirst
                    .computeIfAbsent(version.segmentId(), _ -> new ArrayList<>())
                    .addFirst(version);
            byId.put(version.id(), version.profile());
        }
    }

    /** Scores an account as of a day, with the profile version of that day. */
    Assessment assess(AccountFacts facts, LocalDate day, Context context) {
        Segment segment = Segment.of(facts, segments, day);
        List<ProfileVersion> versions = newestFirst.get(segment.id());
        if (versions == null) {
            throw new IllegalStateException("Segment %s has no profile".formatted(segment.name()));
        }
        ProfileVersion version = Profiles.effectiveOn(day, versions);
        HealthScore score = Scoring.score(facts, version.profile(), day, Peers.NONE, context.before(version));
        return new Assessment(
                facts,
                segment,
                version,
                context.override(day).map(score::overridden).orElse(score));
    }

    /** Cancelled accounts keep the score of the day of their cancellation; all others have one of every day. */
    static LocalDate lastDay(AccountFacts facts, LocalDate asOf) {
        return facts.subscription(asOf)
                .filter(it -> it.status() == SubscriptionStatus.CANCELLED)
                .flatMap(it -> Optional.ofNullable(it.cancelled()))
                .orElse(asOf);
    }

    Optional<HealthProfile> profile(int profileVersionId) {
        return Optional.ofNullable(byId.get(profileVersionId));
    }

    /** How many days of usage any profile or segment reads, the day itself included. */
    int usageDays() {
        Stream<Measurement> indicators =
                byId.values().stream().flatMap(it -> it.indicators().stream()).map(Indicator::measurement);
        Stream<Measurement> conditions = segments.stream()
                .flatMap(segment -> segment.conditions().stream())
                .flatMap(condition -> switch (condition) {
                    case Condition.Threshold threshold -> Stream.of(threshold.measurement());
                    case Condition.Attribute _ -> Stream.empty();
                });
        return Stream.concat(indicators, conditions)
                .mapToInt(Measurement::usageDays)
                .reduce(1, Math::max);
    }
}
