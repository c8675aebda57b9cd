package ews.dashboard.setup.rule;

import static ews.dashboard.setup.Fields.typed;

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
import org.jspecify.annotations.Nullable;

/** Fills in the fields of what a rule looks for, one group of them after the other. */
final class LookWriter {

    static LookFields of(RuleKind kind) {
        var writer = new LookWriter();
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
            case SilentSource(EventType type, int days) ->
                writer.eventType(type).days(days);
        }
        return writer.fields();
    }

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
    private String eventType = "";

    LookWriter measurement(Measurement of) {
        measured = MeasurementFields.of(of);
        days = typed(measured.days());
        return this;
    }

    LookWriter limit(boolean atLeast, double value, @Nullable Double back) {
        comparison = atLeast ? "least" : LookFields.AT_MOST;
        limit = typed(value);
        backAt = back == null ? "" : typed(back.doubleValue());
        return this;
    }

    LookWriter days(int value) {
        days = Integer.toString(value);
        return this;
    }

    LookWriter percent(int value) {
        percent = Integer.toString(value);
        return this;
    }

    LookWriter least(String value) {
        least = value;
        return this;
    }

    LookWriter count(int value) {
        count = Integer.toString(value);
        return this;
    }

    LookWriter tenure(int value) {
        tenure = Integer.toString(value);
        return this;
    }

    LookWriter perUser(double value) {
        perUser = typed(value);
        return this;
    }

    LookWriter feature(String value) {
        feature = value;
        return this;
    }

    LookWriter first(Happening what) {
        happening = what.type().name();
        feature = what.feature();
        return this;
    }

    LookWriter then(Happening what) {
        then = what.type().name();
        thenFeature = what.feature();
        return this;
    }

    LookWriter followed(boolean value) {
        followed = value ? "yes" : LookFields.NOT_FOLLOWED;
        return this;
    }

    LookWriter band(Band value) {
        band = value.name();
        return this;
    }

    LookWriter date(Milestone.Date value, @Nullable String name) {
        date = value.name();
        attribute = name;
        return this;
    }

    LookWriter direction(Direction value) {
        direction = value.name();
        return this;
    }

    LookWriter eventType(@Nullable EventType value) {
        eventType = value == null ? "" : value.name();
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
                direction,
                eventType);
    }
}
