package ews.detection.alert;

import ews.detection.rule.Evidence;
import ews.detection.rule.Rule;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is about to be raised.
 *
 * @param previous the last alert of the rule and the account, which has ended
 * @param receivedAt when the first of the events that led to it was received; {@code null} if a day passing did
 */
record NewAlert(
        AccountId account,
        Rule rule,
        Evidence evidence,
        @Nullable AlertId previous,
        @Nullable Instant receivedAt) {}
