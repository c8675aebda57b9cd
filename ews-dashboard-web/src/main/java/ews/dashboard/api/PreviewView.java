package ews.dashboard.api;

import ews.detection.past.RocArea;
import ews.detection.preview.BackTest;
import ews.detection.preview.Impact;
import ews.detection.preview.Impact.CsmLoad;
import ews.detection.preview.Impact.Distribution;
import ews.detection.preview.Impact.RuleEffect;
import ews.detection.preview.Preview;
import ews.domain.account.AccountId;
import ews.domain.score.Points;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a preview is, and what was found so far.
 *
 * @param accounts how many there are to look at
 * @param done how many have been looked at
 */
record PreviewView(
        String id,
        String state,
        String author,
        Instant startedAt,
        int accounts,
        int done,
        @Nullable ImpactView impact) {

    /** Accounts are named by their keys; those that were erased since are left out. */
    record ImpactView(
            List<BandView> bands,
            Distribution scoresNow,
            Distribution scoresProposed,
            int moved,
            List<MoveView> moves,
            List<RuleEffect> alerts,
            List<CsmLoad> load,
            BackTestView backTestNow,
            BackTestView backTestProposed) {}

    /** How many accounts are in a band, and what they are worth a year by currency. */
    record BandView(
            String band,
            int accountsNow,
            int accountsProposed,
            Map<String, BigDecimal> valueNow,
            Map<String, BigDecimal> valueProposed) {}

    /** An account that would be in another band. */
    record MoveView(
            String account,
            String name,
            @Nullable String csm,
            @Nullable BigDecimal value,
            @Nullable String currency,
            String from,
            @Nullable Points scoreNow,
            String to,
            @Nullable Points scoreProposed) {}

    /** How it would have done on past cancellations. */
    record BackTestView(
            @Nullable RocArea area,
            int judged,
            int caught,
            List<MissedView> missed,
            @Nullable Integer daysOfWarning,
            int alarms,
            int falseAlarms,
            long unscored) {}

    /** A cancellation that no poor score warned of. */
    record MissedView(String account, LocalDate cancelled) {}

    static PreviewView of(Preview preview, Map<AccountId, String> keys) {
        Impact impact = preview.impact();
        return new PreviewView(
                preview.id().toString(),
                preview.state().name().toLowerCase(Locale.ROOT),
                preview.author(),
                preview.startedAt(),
                preview.accounts(),
                preview.done(),
                impact == null ? null : of(impact, keys));
    }

    private static ImpactView of(Impact impact, Map<AccountId, String> keys) {
        return new ImpactView(
                impact.bands().stream()
                        .map(it -> new BandView(
                                it.band().code(),
                                it.accountsNow(),
                                it.accountsProposed(),
                                it.valueNow(),
                                it.valueProposed()))
                        .toList(),
                impact.scoresNow(),
                impact.scoresProposed(),
                impact.moved(),
                impact.moves().stream()
                        .filter(it -> keys.containsKey(it.account()))
                        .map(it -> new MoveView(
                                keys.getOrDefault(it.account(), ""),
                                it.name(),
                                it.csm(),
                                it.value(),
                                it.currency(),
                                it.from().code(),
                                it.scoreNow(),
                                it.to().code(),
                                it.scoreProposed()))
                        .toList(),
                impact.alerts(),
                impact.load(),
                of(impact.now(), keys),
                of(impact.proposed(), keys));
    }

    private static BackTestView of(BackTest test, Map<AccountId, String> keys) {
        return new BackTestView(
                test.area(),
                test.judged(),
                test.caught(),
                test.missed().stream()
                        .filter(it -> keys.containsKey(it.account()))
                        .map(it -> new MissedView(keys.getOrDefault(it.account(), ""), it.cancelled()))
                        .toList(),
                test.daysOfWarning(),
                test.alarms(),
                test.falseAlarms(),
                test.unscored());
    }
}
