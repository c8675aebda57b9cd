package ews.dashboard.setup.rule;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.dashboard.setup.MeasurementFields;
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
import ews.detection.rule.NewUsers;
import ews.detection.rule.OverdueInvoice;
import ews.detection.rule.RenewalWithin;
import ews.detection.rule.Rhythm;
import ews.detection.rule.RuleKind;
import ews.detection.rule.ScoreDrop;
import ews.detection.rule.Sequence;
import ews.detection.rule.SilentSource;
import ews.detection.rule.Threshold;
import ews.domain.event.EventType;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of what was typed what a rule looks for. */
final class LookReader {

    private static final String AT = "look.";

    private final LookFields look;
    private final Fields fields;

    LookReader(LookFields look, Fields fields) {
        this.look = look;
        this.fields = fields;
    }

    /** Empty if something is wrong, which the fields then tell. */
    Optional<RuleKind> kind(KindChoice kind) {
        try {
            RuleKind read = read(kind);
            return fields.areRight() ? Optional.of(read) : Optional.empty();
        } catch (Wrong _) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            fields.wrong("look", e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** What is wrong has been told. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private RuleKind read(KindChoice kind) {
        return switch (kind) {
            case DECLINE ->
                new Decline(measurement(), whole("percent", look.percent(), 1, 100), number("least", look.least()));
            case GROWTH ->
                new Growth(measurement(), whole("percent", look.percent(), 1, 10_000), number("least", look.least()));
            case RHYTHM ->
                new Rhythm(
                        measurement(),
                        constant("direction", Direction.class, look.direction()),
                        whole("percent", look.percent(), 1, 100),
                        number("least", look.least()),
                        whole("count", look.count(), 1, 400));
            case THRESHOLD ->
                new Threshold(
                        measurement(),
                        !LookFields.AT_MOST.equals(look.comparison()),
                        number("limit", look.limit()),
                        back());
            case ABSENCE -> new Absence(first(), days(180));
            case FREQUENCY -> new Frequency(first(), whole("count", look.count(), 1, 1_000_000), days(180));
            case SEQUENCE ->
                new Sequence(first(), second(), days(90), !LookFields.NOT_FOLLOWED.equals(look.followed()));
            case LOW_FEATURE_USE ->
                new LowFeatureUse(
                        text("feature", look.feature()),
                        days(45),
                        whole("percent", look.percent(), 0, 100),
                        number("perUser", look.perUser()),
                        whole("least", look.least(), 1, 100_000));
            case BAND_ENTERED ->
                new BandEntered(constant("band", Band.class, look.band()), whole("tenure", look.tenure(), 0, 365));
            case SCORE_DROP -> new ScoreDrop(whole("count", look.count(), 1, 100), days(90));
            case OVERDUE_INVOICE -> new OverdueInvoice(days(365));
            case NEW_USERS ->
                new NewUsers(
                        whole("count", look.count(), 1, 100_000),
                        days(90),
                        whole("percent", look.percent(), 0, 1_000),
                        whole("tenure", look.tenure(), 0, 365));
            case FIRST_USE ->
                new FirstUse(
                        days(90), whole("tenure", look.tenure(), 1, 365), whole("least", look.least(), 1, 100_000));
            case RENEWAL_WITHIN -> new RenewalWithin(days(365));
            case SILENT_SOURCE -> new SilentSource(eventType(), whole("days", look.days(), 0, 90));
            case MILESTONE -> {
                Milestone.Date which = constant("date", Milestone.Date.class, look.date());
                int within = whole("days", look.days(), 0, 365);
                yield new Milestone(
                        which, within, which == Milestone.Date.ATTRIBUTE ? text("attribute", look.attribute()) : null);
            }
        };
    }

    private Measurement measurement() {
        return new MeasurementFields(look.metric(), look.days(), look.subject(), look.form())
                .read(fields, AT)
                .orElseThrow(Wrong::new);
    }

    private Happening first() {
        return happening("happening", look.happening(), "feature", look.feature());
    }

    private Happening second() {
        return happening("then", look.then(), "thenFeature", look.thenFeature());
    }

    private Happening happening(String field, @Nullable String typed, String nameField, @Nullable String name) {
        Happening.Type type = constant(field, Happening.Type.class, typed);
        return new Happening(type, type == Happening.Type.USE ? text(nameField, name) : null);
    }

    private @Nullable Double back() {
        return typed(look.backAt()).isEmpty() ? null : (Double) number("backAt", look.backAt());
    }

    private @Nullable EventType eventType() {
        return typed(look.eventType()).isEmpty() ? null : constant("eventType", EventType.class, look.eventType());
    }

    private int days(int most) {
        return whole("days", look.days(), 1, most);
    }

    private int whole(String field, @Nullable String typed, int least, int most) {
        return fields.whole(AT + field, typed(typed), least, most).orElseThrow(Wrong::new);
    }

    private double number(String field, @Nullable String typed) {
        return fields.number(AT + field, typed(typed)).orElseThrow(Wrong::new);
    }

    private String text(String field, @Nullable String typed) {
        return fields.text(AT + field, typed(typed), 200).orElseThrow(Wrong::new);
    }

    private <E extends Enum<E>> E constant(String field, Class<E> type, @Nullable String typed) {
        return fields.constant(AT + field, type, typed(typed)).orElseThrow(Wrong::new);
    }
}
