package ews.bench;

import ews.detection.past.ReadOnce;
import ews.detection.past.RocArea;
import ews.detection.past.RocCurve;
import ews.detection.peer.PeerGroups;
import ews.detection.peer.PeerSurvey;
import ews.detection.profile.ProfileVersion;
import ews.detection.scoring.Definitions;
import ews.detection.segment.Segmentation;
import ews.detection.suggestion.Learning;
import ews.detection.suggestion.Learning.Learned;
import ews.detection.suggestion.Look;
import ews.domain.fact.AccountFacts;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.segment.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How well profiles, and weights learned from the earlier occasions, foretell who leaves. */
final class Foretelling {

    private final String name;
    private final List<Segment> segments;
    private final Map<Integer, HealthProfile> profiles;
    private final TimeSplit split;
    private final Definitions definitions;

    /** @param profiles of each segment, by its id */
    Foretelling(
            String name,
            List<Segment> segments,
            Map<Integer, HealthProfile> profiles,
            List<AccountFacts> accounts,
            TimeSplit split) {
        this.name = name;
        this.segments = segments;
        this.profiles = profiles;
        this.split = split;
        Definitions plain = definitions(profiles);
        List<LocalDate> asOf = split.all().stream()
                .map(it -> PeerGroups.asOf(it.day()))
                .distinct()
                .toList();
        var survey = new PeerSurvey(asOf, plain.comparedWithPeers(), plain::segmentOf);
        if (!plain.comparedWithPeers().isEmpty()) {
            accounts.forEach(survey::add);
        }
        this.definitions = plain.comparing(survey.result());
    }

    private Definitions definitions(Map<Integer, HealthProfile> of) {
        return new Definitions(
                List.of(new Segmentation(LocalDate.EPOCH, segments)),
                of.entrySet().stream()
                        .map(it -> version(it.getKey(), it.getValue()))
                        .toList());
    }

    private static ProfileVersion version(int segment, HealthProfile profile) {
        return new ProfileVersion(segment, segment, 1, profile, "", "", Instant.EPOCH, LocalDate.EPOCH);
    }

    String measure() {
        Map<Integer, List<Look>> lessons = new HashMap<>();
        for (Occasion it : split.earlier()) {
            HealthScore score = score(it, profiles);
            if (score.points() != null) {
                lessons.computeIfAbsent(segmentOf(it), _ -> new ArrayList<>())
                        .add(Look.at(it.facts().account(), score, it.leaves() ? it.due() : null));
            }
        }
        var suggested = new HashMap<>(profiles);
        var weights = new StringBuilder();
        lessons.forEach((segment, looks) -> {
            HealthProfile profile = Objects.requireNonNull(profiles.get(segment));
            learned(profile, looks).ifPresent(learned -> {
                List<Integer> points = learned.stream().map(Learned::weight).toList();
                suggested.put(segment, profile.weighing(points));
                weights.append("%n      %s: %s".formatted(nameOf(segment), words(profile, points)));
            });
        });
        var all = new RocCurve();
        split.all().forEach(it -> add(it, score(it, profiles), all));
        var later = new RocCurve();
        var taught = new RocCurve();
        for (Occasion it : split.later()) {
            HealthScore now = score(it, profiles);
            HealthScore better = score(it, suggested);
            if (now.points() != null && better.points() != null) {
                add(it, now, later);
                add(it, better, taught);
            }
        }
        return "  %s: %s on all; %s later; %s later with suggested weights (%s more)%s"
                .formatted(
                        name,
                        words(all.area()),
                        words(later.area()),
                        words(taught.area()),
                        taught.gainOver(later)
                                .map(it ->
                                        String.format(Locale.ROOT, "%.3f, %.3f to %.3f", it.gain(), it.from(), it.to()))
                                .orElse("–"),
                        weights);
    }

    /** As the application would: not from too few. */
    private static Optional<List<Learned>> learned(HealthProfile profile, List<Look> looks) {
        long leave = looks.stream().filter(it -> it.cancelled() != null).count();
        return leave < Math.max(20, 5 * profile.indicators().size())
                ? Optional.empty()
                : Learning.weights(profile, looks);
    }

    private static void add(Occasion it, HealthScore score, RocCurve curve) {
        if (score.points() != null) {
            curve.add(score.points(), it.leaves(), RocCurve.countsOf(it.facts().account()));
        }
    }

    private HealthScore score(Occasion it, Map<Integer, HealthProfile> by) {
        int segment = segmentOf(it);
        return definitions.score(
                new ReadOnce(it.facts(), it.day()),
                version(segment, Objects.requireNonNull(by.get(segment))),
                it.day(),
                null);
    }

    private int segmentOf(Occasion it) {
        return definitions.segmentOf(it.facts(), it.day()).id();
    }

    private String nameOf(int segment) {
        return segments.stream()
                .filter(it -> it.id() == segment)
                .map(Segment::name)
                .findFirst()
                .orElse("");
    }

    private static String words(HealthProfile profile, List<Integer> weights) {
        var words = new ArrayList<String>();
        for (int i = 0; i < weights.size(); i++) {
            words.add(
                    "%s %d".formatted(profile.indicators().get(i).measurement().label(), weights.get(i)));
        }
        return String.join(", ", words);
    }

    private static String words(Optional<RocArea> area) {
        return area.map(it -> String.format(
                        Locale.ROOT,
                        "%.3f (%.3f to %.3f; %,d leave, %,d stay)",
                        it.area(),
                        it.from(),
                        it.to(),
                        it.cancelled(),
                        it.stayed()))
                .orElse("–");
    }
}
