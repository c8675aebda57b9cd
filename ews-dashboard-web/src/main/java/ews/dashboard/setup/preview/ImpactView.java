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
import ews.domain.account.AccountId;
import java.util.List;
import java.util.function.Function;

/**
 * What a proposal would change, as it reads.
 *
 * @param moved the sentence above the moves
 */
record ImpactView(
        List<BandRow> bands,
        ScoreBars bars,
        String moved,
        List<MoveRow> moves,
        List<RuleEffect> alerts,
        List<LoadRow> load,
        BackTestView backTest) {

    record BandRow(
            String css, String label, String now, String proposed, Delta change, String arrNow, String arrProposed) {}

    record MoveRow(long account, String name, String csm, String arr, HealthBadge now, HealthBadge proposed) {}

    record LoadRow(String csm, String poorNow, String poorProposed, Delta change, int moved) {}

    static ImpactView of(Impact impact, Function<AccountId, String> names) {
        return new ImpactView(
                impact.bands().stream().map(ImpactView::band).toList(),
                ScoreBars.of(impact.scoresNow(), impact.scoresProposed()),
                moved(impact),
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

    private static String moved(Impact impact) {
        if (impact.moved() == 0) {
            return "No account would be in another band.";
        }
        String all = "%s would be in another band".formatted(Figures.count(impact.moved(), "account", "accounts"));
        return impact.moves().size() < impact.moved()
                ? "%s; these are the %s worth most."
                        .formatted(all, Figures.whole(impact.moves().size()))
                : all + ".";
    }

    private static MoveRow move(Move it) {
        return new MoveRow(
                it.account().value(),
                it.name(),
                it.csm() == null ? "Nobody yet" : it.csm(),
                it.value() == null || it.currency() == null ? "–" : Figures.money(it.value(), it.currency()),
                HealthBadge.exact(it.from(), it.scoreNow()),
                HealthBadge.exact(it.to(), it.scoreProposed()));
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
