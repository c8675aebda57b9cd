package ews.detection.alert;

import ews.detection.rule.Nature;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.member.MemberId;
import ews.domain.play.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rule raised for an account, with the names that lists show beside it.
 *
 * @param rule the key of the rule
 * @param play the key of the play that the rule starts; {@code null} if it starts none
 * @param title what happened, in one sentence
 * @param seenOn the last day on which the condition held
 * @param occurrences on how many days it held
 * @param clearSince the day since which the condition has been gone; {@code null} while it holds
 * @param snoozedUntil the day on which it comes back; may be over
 * @param earlyEnd what brings it back before that day; {@code null} if nothing does
 * @param worseOn the day on which it came back because it got worse; {@code null} if it did not
 * @param runOutcome how the run of its play ended; {@code null} if none has, or if it was cancelled
 * @param runEndedAt when that was told
 * @param endedBy the name of who ended it
 * @param previous the alert of the same rule and account that ended before this one began
 * @param held whether it was raised in quiet hours and waits for their end
 * @param eventReceivedAt when the first of the events that led to it was received; {@code null} if a day passing did
 */
public record Alert(
        AlertId id,
        AccountId account,
        String accountKey,
        String accountName,
        @Nullable MemberId csm,
        @Nullable String csmName,
        String rule,
        String ruleName,
        Nature nature,
        @Nullable String play,
        AlertStatus status,
        String title,
        Instant raisedAt,
        LocalDate raisedOn,
        LocalDate seenOn,
        int occurrences,
        @Nullable LocalDate clearSince,
        @Nullable LocalDate snoozedUntil,
        @Nullable EarlyEnd earlyEnd,
        @Nullable LocalDate worseOn,
        @Nullable String acknowledgedBy,
        @Nullable Outcome runOutcome,
        @Nullable Instant runEndedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable CloseReason closedReason,
        @Nullable String closedNote,
        @Nullable AlertId previous,
        boolean held,
        @Nullable Instant eventReceivedAt) {

    /** Whether it is put aside; whether a snooze still counts depends on the day. */
    public boolean isSnoozed(LocalDate today) {
        return (status == AlertStatus.OPEN || status == AlertStatus.ACKNOWLEDGED)
                && snoozedUntil != null
                && snoozedUntil.isAfter(today);
    }

    /** How long it took from the first event that led to it until it was raised; {@code null} if a day passing did. */
    public @Nullable Duration delay() {
        return eventReceivedAt == null ? null : Duration.between(eventReceivedAt, raisedAt);
    }
}
