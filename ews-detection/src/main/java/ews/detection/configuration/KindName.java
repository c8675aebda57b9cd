package ews.detection.configuration;

import ews.detection.rule.Absence;
import ews.detection.rule.BandEntered;
import ews.detection.rule.Decline;
import ews.detection.rule.FirstUse;
import ews.detection.rule.Frequency;
import ews.detection.rule.Growth;
import ews.detection.rule.LowFeatureUse;
import ews.detection.rule.Milestone;
import ews.detection.rule.NewUsers;
import ews.detection.rule.OverdueInvoice;
import ews.detection.rule.RenewalWithin;
import ews.detection.rule.Rhythm;
import ews.detection.rule.RuleKind;
import ews.detection.rule.ScoreDrop;
import ews.detection.rule.Sequence;
import ews.detection.rule.SilentSource;
import ews.detection.rule.Threshold;

/** What documents call the kinds of rules. */
enum KindName {
    DECLINE,
    GROWTH,
    RHYTHM,
    THRESHOLD,
    ABSENCE,
    FREQUENCY,
    SEQUENCE,
    LOW_FEATURE_USE,
    FIRST_USE,
    NEW_USERS,
    BAND_ENTERED,
    SCORE_DROP,
    OVERDUE_INVOICE,
    RENEWAL_WITHIN,
    MILESTONE,
    SILENT_SOURCE;

    static KindName of(RuleKind kind) {
        return switch (kind) {
            case Decline _ -> DECLINE;
            case Growth _ -> GROWTH;
            case Rhythm _ -> RHYTHM;
            case Threshold _ -> THRESHOLD;
            case Absence _ -> ABSENCE;
            case Frequency _ -> FREQUENCY;
            case Sequence _ -> SEQUENCE;
            case LowFeatureUse _ -> LOW_FEATURE_USE;
            case FirstUse _ -> FIRST_USE;
            case NewUsers _ -> NEW_USERS;
            case BandEntered _ -> BAND_ENTERED;
            case ScoreDrop _ -> SCORE_DROP;
            case OverdueInvoice _ -> OVERDUE_INVOICE;
            case RenewalWithin _ -> RENEWAL_WITHIN;
            case Milestone _ -> MILESTONE;
            case SilentSource _ -> SILENT_SOURCE;
        };
    }
}
