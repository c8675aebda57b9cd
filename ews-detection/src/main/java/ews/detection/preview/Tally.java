package ews.detection.preview;

import ews.detection.preview.Impact.BandShare;
import ews.detection.preview.Impact.CsmLoad;
import ews.detection.preview.Impact.Distribution;
import ews.detection.preview.Impact.Move;
import ews.detection.preview.Impact.RuleEffect;
import ews.detection.preview.Impact.SegmentShare;
import ews.detection.rule.BandEntered;
import ews.detection.rule.Rule;
import ews.domain.score.Band;
import ews.domain.score.Points;
import ews.domain.segment.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what would change today, one account after the other. */
final class Tally {

    static final int MOST_MOVES = 200;

    private static final Comparator<Move> BY_VALUE = Comparator.comparing(
            (Move move) -> Optional.ofNullable(move.value()).orElse(BigDecimal.ZERO));

    private final List<Rule> rules;
    private final Map<Band, Share> shares = new EnumMap<>(Band.class);
    private final Histogram now = new Histogram();
    private final Histogram proposed = new Histogram();
    /** The least valuable is at the head, to make room for a more valuable one. */
    private final PriorityQueue<Move> moves = new PriorityQueue<>(BY_VALUE);

    private final PriorityQueue<Move> regroupings = new PriorityQueue<>(BY_VALUE);
    private final Map<Integer, Share> segmentShares = new LinkedHashMap<>();
    private final List<Segment> segments;

    private final Map<Integer, int[]> effects = new LinkedHashMap<>();
    private final Map<Optional<String>, int[]> load = new HashMap<>();
    private int moved;
    private int regrouped;

    /**
     * @param rules those about bands that are switched on
     * @param segments those proposed and those of now
     */
    Tally(List<Rule> rules, List<Segment> segments) {
        this.rules = rules;
        this.segments = segments;
        segments.forEach(it -> segmentShares.put(it.id(), new Share()));
        for (Band band : Band.values()) {
            shares.put(band, new Share());
        }
        rules.forEach(rule -> effects.put(rule.id(), new int[2]));
    }

    private static final class Share {
        int accountsNow;
        int accountsProposed;
        final Map<String, BigDecimal> valueNow = new TreeMap<>();
        final Map<String, BigDecimal> valueProposed = new TreeMap<>();

        void addNow(Present account) {
            accountsNow++;
            sum(valueNow, account);
        }

        void addProposed(Present account) {
            accountsProposed++;
            sum(valueProposed, account);
        }

        private static void sum(Map<String, BigDecimal> values, Present account) {
            if (account.value() != null && account.currency() != null) {
                values.merge(account.currency(), account.value(), BigDecimal::add);
            }
        }
    }

    private static final class Histogram {
        final int[] tens = new int[10];
        int unknown;

        void add(@Nullable Points score) {
            if (score == null) {
                unknown++;
            } else {
                tens[Math.min(score.tenths() / 100, 9)]++;
            }
        }

        Distribution result() {
            return new Distribution(Arrays.stream(tens).boxed().toList(), unknown);
        }
    }

    void add(Present account, Trial.Today today, Band band, @Nullable Points score) {
        share(account.band()).addNow(account);
        share(band).addProposed(account);
        share(today.segmentNow()).addNow(account);
        share(today.segment()).addProposed(account);
        now.add(account.score());
        proposed.add(score);
        int[] csm = load.computeIfAbsent(Optional.ofNullable(account.csm()), _ -> new int[3]);
        csm[0] += account.band() == Band.POOR ? 1 : 0;
        csm[1] += band == Band.POOR ? 1 : 0;
        if (band != account.band()) {
            csm[2]++;
            moved++;
            keep(move(account, today, band, score), moves);
            alert(account, band, today.segment());
        }
        if (today.segmentNow().id() != today.segment().id()) {
            regrouped++;
            keep(move(account, today, band, score), regroupings);
        }
    }

    private static Move move(Present account, Trial.Today today, Band band, @Nullable Points score) {
        return new Move(
                account.account(),
                account.name(),
                account.csm(),
                account.value(),
                account.currency(),
                account.band(),
                account.score(),
                band,
                score,
                today.segmentNow().name(),
                today.segment().name());
    }

    private static void keep(Move move, PriorityQueue<Move> among) {
        among.add(move);
        if (among.size() > MOST_MOVES) {
            among.remove();
        }
    }

    /** Conditions of the rules are taken as met: no profile and no segment changes what they ask of an account. */
    private void alert(Present account, Band band, Segment segment) {
        for (Rule rule : rules) {
            boolean meant = rule.definition().audience().isFor(segment.key());
            Band wanted = ((BandEntered) rule.kind()).band();
            boolean alerted = account.alertedBy().contains(rule.id());
            int[] effect = effects.getOrDefault(rule.id(), new int[2]);
            effect[0] += meant && wanted == band && !alerted ? 1 : 0;
            effect[1] += wanted == account.band() && alerted ? 1 : 0;
        }
    }

    private Share share(Band band) {
        return shares.getOrDefault(band, new Share());
    }

    private Share share(Segment segment) {
        return segmentShares.computeIfAbsent(segment.id(), _ -> new Share());
    }

    Impact result(BackTest backTestNow, BackTest backTestProposed) {
        return new Impact(
                shares.entrySet().stream()
                        .map(it -> new BandShare(
                                it.getKey(),
                                it.getValue().accountsNow,
                                it.getValue().accountsProposed,
                                Map.copyOf(it.getValue().valueNow),
                                Map.copyOf(it.getValue().valueProposed)))
                        .toList(),
                now.result(),
                proposed.result(),
                segments.stream().map(this::segment).toList(),
                regrouped,
                regroupings.stream().sorted(BY_VALUE.reversed()).toList(),
                moved,
                moves.stream().sorted(BY_VALUE.reversed()).toList(),
                rules.stream().map(this::effect).toList(),
                loads(),
                backTestNow,
                backTestProposed);
    }

    private SegmentShare segment(Segment segment) {
        Share share = share(segment);
        return new SegmentShare(
                segment.id(),
                segment.name(),
                share.accountsNow,
                share.accountsProposed,
                Map.copyOf(share.valueNow),
                Map.copyOf(share.valueProposed));
    }

    private RuleEffect effect(Rule rule) {
        int[] effect = effects.getOrDefault(rule.id(), new int[2]);
        return new RuleEffect(rule.name(), effect[0], effect[1]);
    }

    private List<CsmLoad> loads() {
        var loads = new ArrayList<CsmLoad>();
        load.forEach((csm, counts) -> loads.add(new CsmLoad(csm.orElse(null), counts[0], counts[1], counts[2])));
        loads.sort(Comparator.comparingInt(CsmLoad::moved)
                .reversed()
                .thenComparing(it -> it.csm() == null ? "" : it.csm()));
        return List.copyOf(loads);
    }
}
