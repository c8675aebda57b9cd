package ews.dashboard.setup.rule;

import ews.detection.rhythm.Direction;
import ews.detection.rule.Absence;
import ews.detection.rule.BandEntered;
import ews.detection.rule.Decline;
import ews.detection.rule.FirstUse;
import ews.detection.rule.Frequency;
import ews.detection.rule.Growth;
import ews.detection.rule.Happening;
import ews.detection.rule.LowFeatureUse;
import ews.detection.rule.Milestone;
import ews.detection.rule.Nature;
import ews.detection.rule.NewUsers;
import ews.detection.rule.OverdueInvoice;
import ews.detection.rule.RenewalWithin;
import ews.detection.rule.Rhythm;
import ews.detection.rule.RuleKind;
import ews.detection.rule.ScoreDrop;
import ews.detection.rule.Sequence;
import ews.detection.rule.SilentSource;
import ews.detection.rule.Threshold;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;

/** What a rule can look for, with what its form begins with. */
enum KindChoice {
    DECLINE("A number falls", "against the period before", Nature.RISK, decline()),
    RHYTHM(
            "An account leaves its own rhythm",
            "daily counts that change for good, beyond what chance explains",
            Nature.RISK,
            new Rhythm(new Measurement("usage_events", 1), Direction.FALL, 20, 20, 20)),
    THRESHOLD(
            "A number reaches a limit",
            "such as five open issues, or half of the seats",
            Nature.RISK,
            new Threshold(new Measurement("open_issues", 0), true, 5, null)),
    ABSENCE(
            "Something stops",
            "that used to happen, such as no use for 14 days",
            Nature.RISK,
            new Absence(new Happening(Happening.Type.ANY_USE), 14)),
    FREQUENCY(
            "Something happens often",
            "such as two failed payments in 30 days",
            Nature.RISK,
            new Frequency(new Happening(Happening.Type.PAYMENT_FAILED), 2, 30)),
    SEQUENCE(
            "One thing after another",
            "or one thing without the other",
            Nature.RISK,
            new Sequence(
                    new Happening(Happening.Type.INVOICE_OVERDUE),
                    new Happening(Happening.Type.INVOICE_PAID),
                    14,
                    false)),
    LOW_FEATURE_USE(
            "Low use of a part of the product",
            "per active user, against its own level",
            Nature.RISK,
            new LowFeatureUse("report", 28, 40, 0.2, 5)),
    BAND_ENTERED("Health enters a band", "such as poor", Nature.RISK, new BandEntered(Band.POOR, 14)),
    SCORE_DROP("The health score falls", "whatever its band", Nature.RISK, new ScoreDrop(15, 7)),
    OVERDUE_INVOICE("An invoice is overdue", "or not paid in time", Nature.RISK, new OverdueInvoice(7)),
    SILENT_SOURCE(
            "A source falls silent",
            "that told of the account, for longer than it usually pauses",
            Nature.RISK,
            new SilentSource(null, 0)),
    GROWTH(
            "A number grows",
            "against the period before",
            Nature.OPPORTUNITY,
            new Growth(new Measurement("active_users", 28), 30, 10)),
    NEW_USERS("Many users join", "within some days", Nature.OPPORTUNITY, new NewUsers(10, 7, 5, 28)),
    FIRST_USE(
            "A feature is used for the first time",
            "by an account that knows the product",
            Nature.OPPORTUNITY,
            first()),
    RENEWAL_WITHIN("The renewal is near", "of a paid subscription", Nature.OPPORTUNITY, new RenewalWithin(90)),
    MILESTONE(
            "A date is near",
            "the end of a trial, an anniversary, a day of the onboarding, a date in an attribute",
            Nature.OPPORTUNITY,
            new Milestone(Milestone.Date.TRIAL_END, 7, null));

    private final String label;
    private final String hint;
    private final Nature nature;
    private final RuleKind start;

    KindChoice(String label, String hint, Nature nature, RuleKind start) {
        this.label = label;
        this.hint = hint;
        this.nature = nature;
        this.start = start;
    }

    private static RuleKind decline() {
        return new Decline(new Measurement("active_users", 28), 20, 10);
    }

    private static RuleKind first() {
        return new FirstUse(7, 28, 3);
    }

    static KindChoice of(RuleKind kind) {
        return switch (kind) {
            case Decline _ -> DECLINE;
            case Rhythm _ -> RHYTHM;
            case Threshold _ -> THRESHOLD;
            case Absence _ -> ABSENCE;
            case Frequency _ -> FREQUENCY;
            case Sequence _ -> SEQUENCE;
            case LowFeatureUse _ -> LOW_FEATURE_USE;
            case BandEntered _ -> BAND_ENTERED;
            case ScoreDrop _ -> SCORE_DROP;
            case OverdueInvoice _ -> OVERDUE_INVOICE;
            case Growth _ -> GROWTH;
            case NewUsers _ -> NEW_USERS;
            case FirstUse _ -> FIRST_USE;
            case RenewalWithin _ -> RENEWAL_WITHIN;
            case Milestone _ -> MILESTONE;
            case SilentSource _ -> SILENT_SOURCE;
        };
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }

    Nature nature() {
        return nature;
    }

    RuleKind start() {
        return start;
    }
}
