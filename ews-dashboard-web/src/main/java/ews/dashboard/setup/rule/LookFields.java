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
import ews.detection.rule.Threshold;
import ews.domain.metric.Measurement;
import ews.domain.score.Band;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks for, as typed; which of the fields count depends on its kind.
 *
 * @param days of the window, or before a date
 * @param percent by how much something changes, or how low it is
 * @param least the least value, number of users or of uses that says something
 * @param count how many, how often, how many points, or how many false alarms
 * @param tenure how long the account must have been in use
 */
record LookFields(
        @Nullable String metric,
        @Nullable String days,
        @Nullable String subject,
        @Nullable String form,
        @Nullable String comparison,
        @Nullable String limit,
        @Nullable String backAt,
        @Nullable String percent,
        @Nullable String least,
        @Nullable String count,
        @Nullable String tenure,
        @Nullable String perUser,
        @Nullable String feature,
        @Nullable String happening,
        @Nullable String then,
        @Nullable String thenFeature,
        @Nullable String followed,
        @Nullable String band,
        @Nullable String date,
        @Nullable String attribute,
        @Nullable String direction) {

    private static final String AT = "look.";
    private static final String AT_MOST = "most";
    private static final String NOT_FOLLOWED = "no";

    static final LookFields EMPTY = new Writer().fields();

    static LookFields of(RuleKind kind) {
        var writer = new Writer();
        switch (kind) {
            case Decline(Measurement of, int percent, double least) ->
                writer.measurement(of).percent(percent).least(typed(least));
            case Growth(Measurement of, int percent, double least) ->
                writer.measurement(of).percent(percent).least(typed(least));
            case Rhythm(Measurement of, Direction direction, int percent, double least, int falseAlarms) ->
                writer.measurement(of)
                        .direction(direction)
                        .percent(percent)
                        .least(typed(least))
                        .count(falseAlarms);
            case Threshold(Measurement of, boolean atLeast, double limit, Double backAt) ->
                writer.measurement(of).limit(atLeast, limit, backAt);
            case Absence(Happening what, int days) -> writer.first(what).days(days);
            case Frequency(Happening what, int times, int days) ->
                writer.first(what).days(days).count(times);
            case Sequence(Happening first, Happening then, int days, boolean followed) ->
                writer.first(first).then(then).days(days).followed(followed);
            case LowFeatureUse(String feature, int days, int percent, double perUser, int users) ->
                writer.feature(feature)
                        .days(days)
                        .percent(percent)
                        .perUser(perUser)
                        .least(Integer.toString(users));
            case BandEntered(Band band, int tenure) -> writer.band(band).tenure(tenure);
            case ScoreDrop(int points, int days) -> writer.count(points).days(days);
            case OverdueInvoice(int days) -> writer.days(days);
            case NewUsers(int count, int days, int percent, int tenure) ->
                writer.count(count).days(days).percent(percent).tenure(tenure);
            case FirstUse(int days, int tenure, int uses) ->
                writer.days(days).tenure(tenure).least(Integer.toString(uses));
            case RenewalWithin(int days) -> writer.days(days);
            case Milestone(Milestone.Date date, int days, String attribute) ->
                writer.date(date, attribute).days(days);
        }
        return writer.fields();
    }

    /** Fills fields in, one group of them after the other. */
    private static final class Writer {

        private MeasurementFields measured = new MeasurementFields("", "", "", "VALUE");
        private String days = "";
        private String comparison = "least";
        private String limit = "";
        private String backAt = "";
        private String percent = "";
        private String least = "";
        private String count = "";
        private String tenure = "";
        private String perUser = "";
        private @Nullable String feature = "";
        private String happening = "";
        private String then = "";
        private @Nullable String thenFeature = "";
        private String followed = "yes";
        private String band = "";
        private String date = "";
        private @Nullable String attribute = "";
        private String direction = Direction.FALL.name();

        Writer measurement(Measurement of) {
            measured = MeasurementFields.of(of);
            days = typed(measured.days());
            return this;
        }

        Writer limit(boolean atLeast, double value, @Nullable Double back) {
            comparison = atLeast ? "least" : AT_MOST;
            limit = typed(value);
            backAt = back == null ? "" : typed(back.doubleValue());
            return this;
        }

        Writer days(int value) {
            days = Integer.toString(value);
            return this;
        }

        Writer percent(int value) {
            percent = Integer.toString(value);
            return this;
        }

        Writer least(String value) {
            least = value;
            return this;
        }

        Writer count(int value) {
            count = Integer.toString(value);
            return this;
        }

        Writer tenure(int value) {
            tenure = Integer.toString(value);
            return this;
        }

        Writer perUser(double value) {
            perUser = typed(value);
            return this;
        }

        Writer feature(String value) {
            feature = value;
            return this;
        }

        Writer first(Happening what) {
            happening = what.type().name();
            feature = what.feature();
            return this;
        }

        Writer then(Happening what) {
            then = what.type().name();
            thenFeature = what.feature();
            return this;
        }

        Writer followed(boolean value) {
            followed = value ? "yes" : NOT_FOLLOWED;
            return this;
        }

        Writer band(Band value) {
            band = value.name();
            return this;
        }

        Writer date(Milestone.Date value, @Nullable String name) {
            date = value.name();
            attribute = name;
            return this;
        }

        Writer direction(Direction value) {
            direction = value.name();
            return this;
        }

        LookFields fields() {
            return new LookFields(
                    measured.metric(),
                    days,
                    measured.subject(),
                    measured.form(),
                    comparison,
                    limit,
                    backAt,
                    percent,
                    least,
                    count,
                    tenure,
                    perUser,
                    feature,
                    happening,
                    then,
                    thenFeature,
                    followed,
                    band,
                    date,
                    attribute,
                    direction);
        }
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<RuleKind> read(KindChoice kind, Fields fields) {
        try {
            RuleKind read = new Reader(fields).read(kind);
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

    private final class Reader {

        private final Fields fields;

        Reader(Fields fields) {
            this.fields = fields;
        }

        RuleKind read(KindChoice kind) {
            return switch (kind) {
                case DECLINE -> new Decline(measurement(), whole("percent", percent, 1, 100), number("least", least));
                case GROWTH -> new Growth(measurement(), whole("percent", percent, 1, 10_000), number("least", least));
                case RHYTHM ->
                    new Rhythm(
                            measurement(),
                            constant("direction", Direction.class, direction),
                            whole("percent", percent, 1, 100),
                            number("least", least),
                            whole("count", count, 1, 400));
                case THRESHOLD ->
                    new Threshold(measurement(), !AT_MOST.equals(comparison), number("limit", limit), back());
                case ABSENCE -> new Absence(first(), days(180));
                case FREQUENCY -> new Frequency(first(), whole("count", count, 1, 1_000_000), days(180));
                case SEQUENCE -> new Sequence(first(), second(), days(90), !NOT_FOLLOWED.equals(followed));
                case LOW_FEATURE_USE ->
                    new LowFeatureUse(
                            text("feature", feature),
                            days(45),
                            whole("percent", percent, 0, 100),
                            number("perUser", perUser),
                            whole("least", least, 1, 100_000));
                case BAND_ENTERED ->
                    new BandEntered(constant("band", Band.class, band), whole("tenure", tenure, 0, 365));
                case SCORE_DROP -> new ScoreDrop(whole("count", count, 1, 100), days(90));
                case OVERDUE_INVOICE -> new OverdueInvoice(days(365));
                case NEW_USERS ->
                    new NewUsers(
                            whole("count", count, 1, 100_000),
                            days(90),
                            whole("percent", percent, 0, 1_000),
                            whole("tenure", tenure, 0, 365));
                case FIRST_USE ->
                    new FirstUse(days(90), whole("tenure", tenure, 1, 365), whole("least", least, 1, 100_000));
                case RENEWAL_WITHIN -> new RenewalWithin(days(365));
                case MILESTONE -> {
                    Milestone.Date which = constant("date", Milestone.Date.class, date);
                    int within = whole("days", days, 0, 365);
                    yield new Milestone(
                            which, within, which == Milestone.Date.ATTRIBUTE ? text("attribute", attribute) : null);
                }
            };
        }

        private Measurement measurement() {
            return new MeasurementFields(metric, days, subject, form)
                    .read(fields, AT)
                    .orElseThrow(Wrong::new);
        }

        private Happening first() {
            return happening("happening", happening, "feature", feature);
        }

        private Happening second() {
            return happening("then", then, "thenFeature", thenFeature);
        }

        private Happening happening(String field, @Nullable String typed, String nameField, @Nullable String name) {
            Happening.Type type = constant(field, Happening.Type.class, typed);
            return new Happening(type, type == Happening.Type.USE ? text(nameField, name) : null);
        }

        private @Nullable Double back() {
            return typed(backAt).isEmpty() ? null : (Double) number("backAt", backAt);
        }

        private int days(int most) {
            return whole("days", days, 1, most);
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
}
