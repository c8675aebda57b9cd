package ews.detection.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ews.domain.event.EventType;
import ews.domain.metric.Measurement;
import ews.domain.metric.Metrics;
import ews.domain.score.HealthScore;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks for, with its parameters. A kind is a record and a pure function: the same occasion always gets the
 * same verdict, whether it is live, a dry run over the past, or a test. To add a kind, write the record and name it here.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NewUsers.class, name = "new_users"),
    @JsonSubTypes.Type(value = FirstUse.class, name = "first_use"),
    @JsonSubTypes.Type(value = LowFeatureUse.class, name = "low_feature_use"),
    @JsonSubTypes.Type(value = Decline.class, name = "decline"),
    @JsonSubTypes.Type(value = Rhythm.class, name = "rhythm"),
    @JsonSubTypes.Type(value = BandEntered.class, name = "band_entered"),
    @JsonSubTypes.Type(value = OverdueInvoice.class, name = "overdue_invoice"),
    @JsonSubTypes.Type(value = RenewalWithin.class, name = "renewal_within"),
    @JsonSubTypes.Type(value = Threshold.class, name = "threshold"),
    @JsonSubTypes.Type(value = Growth.class, name = "growth"),
    @JsonSubTypes.Type(value = Absence.class, name = "absence"),
    @JsonSubTypes.Type(value = Frequency.class, name = "frequency"),
    @JsonSubTypes.Type(value = Sequence.class, name = "sequence"),
    @JsonSubTypes.Type(value = ScoreDrop.class, name = "score_drop"),
    @JsonSubTypes.Type(value = Milestone.class, name = "milestone"),
    @JsonSubTypes.Type(value = SilentSource.class, name = "silent_source")
})
public sealed interface RuleKind
        permits NewUsers,
                FirstUse,
                LowFeatureUse,
                Decline,
                Rhythm,
                Growth,
                Threshold,
                Absence,
                Frequency,
                Sequence,
                BandEntered,
                ScoreDrop,
                OverdueInvoice,
                RenewalWithin,
                Milestone,
                SilentSource {

    Verdict judge(Occasion occasion);

    /** The condition in words, as it reads after "when": {@code 10 users or more joined within 7 days}. */
    String text();

    /** What shows best over time what it looks for; {@code null} if no measurement does, but the score itself. */
    default @Nullable Measurement shownBy() {
        return null;
    }

    /**
     * The types of the events that its verdict is computed from.
     *
     * @param score the account's, for kinds that judge it
     */
    default Set<EventType> reads(HealthScore score) {
        Measurement measured = shownBy();
        if (measured == null) {
            return usageDays() > 0 ? Set.of(EventType.USAGE) : Set.of();
        }
        return Set.copyOf(Metrics.eventTypes(measured.definition()));
    }

    /**
     * Of these, the types whose events would have shown that its condition does not hold: it looks for what fell, or is
     * missing, and finds just that if such events stop coming in.
     *
     * @param score the account's, for kinds that judge it
     */
    default Set<EventType> misses(HealthScore score) {
        return Set.of();
    }

    /** How many days of usage it looks back on, today included; none if it is not about usage. */
    default int usageDays() {
        return 0;
    }

    /** Of how many days before it needs the score, besides the last one. */
    default Set<Integer> scoresOf() {
        return Set.of();
    }

    /** Whether it judges the score, be it only that of the day. */
    default boolean readsScore() {
        return !scoresOf().isEmpty();
    }

    /**
     * Whether it finds something that happens once rather than a state that lasts. What happened cannot recover: it is
     * over with its window, and needs no hold time to be believed.
     */
    default boolean happensOnce() {
        return false;
    }
}
