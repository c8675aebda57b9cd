package ews.detection.preview;

import ews.domain.account.AccountId;
import ews.domain.score.Band;
import ews.domain.score.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal would change today, and how it would have done in the past year.
 *
 * @param segments in the order proposed, those that would be no more at the end
 * @param regrouped how many accounts would be in another segment
 * @param regroupings those of them that are worth most, at most {@value Tally#MOST_MOVES}
 * @param moved how many accounts would be in another band
 * @param moves those worth most, at most {@value Tally#MOST_MOVES}
 * @param load by CSM, those with the most changes first
 * @param now the back-test of what counts now, over the same accounts and dates
 */
public record Impact(
        List<BandShare> bands,
        Distribution scoresNow,
        Distribution scoresProposed,
        List<SegmentShare> segments,
        int regrouped,
        List<Move> regroupings,
        int moved,
        List<Move> moves,
        List<RuleEffect> alerts,
        List<CsmLoad> load,
        BackTest now,
        BackTest proposed) {

    /** How many accounts are in a band, and what they are worth a year by currency; now and as proposed. */
    public record BandShare(
            Band band,
            int accountsNow,
            int accountsProposed,
            Map<String, BigDecimal> valueNow,
            Map<String, BigDecimal> valueProposed) {}

    /**
     * How many accounts have which score.
     *
     * @param tens from 0, from 10 … and from 90 to 100
     */
    public record Distribution(List<Integer> tens, int unknown) {}

    /** How many accounts are in a segment, and what they are worth a year by currency; now and as proposed. */
    public record SegmentShare(
            int segmentId,
            String segment,
            int accountsNow,
            int accountsProposed,
            Map<String, BigDecimal> valueNow,
            Map<String, BigDecimal> valueProposed) {}

    /** An account that would be in another band or another segment. */
    public record Move(
            AccountId account,
            String name,
            @Nullable String csm,
            @Nullable BigDecimal value,
            @Nullable String currency,
            Band from,
            @Nullable Points scoreNow,
            Band to,
            @Nullable Points scoreProposed,
            String segmentNow,
            String segmentProposed) {}

    /**
     * What becomes of the alerts of a rule about bands.
     *
     * @param raised accounts of which it would raise one
     * @param cleared open alerts whose condition would be gone
     */
    public record RuleEffect(String rule, int raised, int cleared) {}

    /**
     * A CSM's accounts that need attention.
     *
     * @param csm the name; {@code null} for accounts without a CSM
     * @param moved accounts that would be in another band
     */
    public record CsmLoad(@Nullable String csm, int poorNow, int poorProposed, int moved) {}
}
