package ews.dashboard.setup.preview;

import ews.dashboard.view.Arr;
import ews.dashboard.view.Delta;
import ews.dashboard.view.Figures;
import ews.dashboard.view.HealthBadge;
import ews.detection.preview.Impact;
import ews.detection.preview.Impact.BandShare;
import ews.detection.preview.Impact.CsmLoad;
import ews.detection.preview.Impact.Move;
import ews.detection.preview.Impact.RuleEffect;
import ews.detection.preview.Impact.SegmentShare;
import ews.domain.account.AccountId;
import java.util.List;
import java.util.function.Function;

/**
 * What a proposal would change, as it reads.
 *
 * @param segments where accounts would be in other segments; empty if none would
 * @param regrouped the sentence above them
 * @param moved the sentence above the moves
 */
record ImpactView(
        List<BandRow> bands,
        ScoreBars bars,
        List<SegmentRow> segments,
        String regrouped,
        List<MoveRow> regroupings,
        String moved,
        List<MoveRow> moves,
        List<RuleEffect> alerts,
        List<LoadRow> load,
        BackTestView backTest) {

    record BandRow(
            String css, String label, String now, String proposed, Delta change, String arrNow, String arrProposed) {}

    record SegmentRow(String name, String now, String proposed, String change, String arrProposed) {}

    record MoveRow(
            long account,
            String name,
            String csm,
            String arr,
            HealthBadge now,
            HealthBadge proposed,
            String segmentNow,
            String segmentProposed) {}

    record LoadRow(String csm, String poorNow, String poorProposed, Delta change, int moved) {}

    static ImpactView of(Impact impact, Function<AccountId, String> names) {
        return new ImpactView(
                impact.bands().stream().map(ImpactView::band).toList(),
                ScoreBars.of(impact.scoresNow(), impact.scoresProposed()),
                impact.regrouped() == 0
                        ? List.of()
                        : impact.segments().stream().map(ImpactView::segment).toList(),
                would(impact.regrouped(), impact.regroupings().size(), "segment"),
                impact.regroupings().stream().map(ImpactView::move).toList(),
                would(impact.moved(), impact.moves().size(), "band"),
                impact.moves().stream().map(ImpactView::move).toList(),
                impact.alerts().stream()
                        .filter(it -> it.raised() + it.cleared() > 0)
                        .toList(),
                impact.load().stream()
                        .filter(it -> it.moved() > 0)
                        .map(ImpactView::load)
                        .toList(),
                BackTestView.of(impact.now(), impact.proposed(), names));
    }

    private static BandRow band(BandShare it) {
        return new BandRow(
                it.band().code(),
                it.band().label(),
                Figures.whole(it.accountsNow()),
                Figures.whole(it.accountsProposed()),
                Delta.ofCount(it.accountsProposed() - (long) it.accountsNow(), isWorse(it)),
                Arr.of(it.valueNow()).all(),
                Arr.of(it.valueProposed()).all());
    }

    private static boolean isWorse(BandShare it) {
        return switch (it.band()) {
            case POOR, UNKNOWN -> true;
            case GOOD, AVERAGE -> false;
        };
    }

    /** How many accounts would be in another one, and how many of them are shown. */
    private static String would(int all, int shown, String what) {
        if (all == 0) {
            return "No account would be in another %s.".formatted(what);
        }
        String sentence = "%s would be in another %s".formatted(Figures.count(all, "account", "accounts"), what);
        return shown < all
                ? "%s; these are the %s worth most.".formatted(sentence, Figures.whole(shown))
                : sentence + ".";
    }

    private static SegmentRow segment(SegmentShare it) {
        int change = it.accountsProposed() - it.accountsNow();
        return new SegmentRow(
                it.segment(),
                Figures.whole(it.accountsNow()),
                Figures.whole(it.accountsProposed()),
                change == 0 ? "–" : (change > 0 ? "+" : "−") + Figures.whole(Math.abs(change)),
                Arr.of(it.valueProposed()).all());
    }

    private static MoveRow move(Move it) {
        return new MoveRow(
                it.account().value(),
                it.name(),
                it.csm() == null ? "Nobody yet" : it.csm(),
                it.value() == null || it.currency() == null ? "–" : Figures.money(it.value(), it.currency()),
                HealthBadge.exact(it.from(), it.scoreNow()),
                HealthBadge.exact(it.to(), it.scoreProposed()),
                it.segmentNow(),
                it.segmentProposed());
    }

    private static LoadRow load(CsmLoad it) {
        return new LoadRow(
                it.csm() == null ? "Nobody yet" : it.csm(),
                Figures.whole(it.poorNow()),
                Figures.whole(it.poorProposed()),
                Delta.ofCount(it.poorProposed() - (long) it.poorNow(), true),
                it.moved());
    }
}
