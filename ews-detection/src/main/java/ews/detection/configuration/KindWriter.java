package ews.detection.configuration;

import static ews.detection.configuration.HappeningDocument.FEATURE;
import static ews.detection.configuration.KindDocument.ATTRIBUTE;
import static ews.detection.configuration.KindDocument.BAND;
import static ews.detection.configuration.KindDocument.DATE;
import static ews.detection.configuration.KindDocument.DIRECTION;
import static ews.detection.configuration.KindDocument.FALSE_ALARMS;
import static ews.detection.configuration.KindDocument.FIRST;
import static ews.detection.configuration.KindDocument.KIND;
import static ews.detection.configuration.KindDocument.LEAST_AFTER;
import static ews.detection.configuration.KindDocument.LEAST_BEFORE;
import static ews.detection.configuration.KindDocument.LEAST_PER_WEEK;
import static ews.detection.configuration.KindDocument.LEAST_USERS;
import static ews.detection.configuration.KindDocument.OVER_AT;
import static ews.detection.configuration.KindDocument.PERCENT;
import static ews.detection.configuration.KindDocument.PERCENT_OF_ACTIVE;
import static ews.detection.configuration.KindDocument.PERCENT_OF_USUAL;
import static ews.detection.configuration.KindDocument.POINTS;
import static ews.detection.configuration.KindDocument.TENURE_DAYS;
import static ews.detection.configuration.KindDocument.THEN;
import static ews.detection.configuration.KindDocument.TIMES;
import static ews.detection.configuration.KindDocument.TYPE;
import static ews.detection.configuration.KindDocument.USERS;
import static ews.detection.configuration.KindDocument.USES;
import static ews.detection.configuration.KindDocument.USES_PER_USER;
import static ews.detection.configuration.KindDocument.WITHOUT;
import static ews.detection.configuration.MeasurementDocument.DAYS;

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
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a rule looks for, one field after the other. */
final class KindWriter {

    private final RuleKind kind;
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    KindWriter(RuleKind kind) {
        this.kind = kind;
        node.put(KIND, Place.code(KindName.of(kind)));
    }

    ObjectNode write() {
        switch (kind) {
            case Decline(Measurement of, int percent, double least) ->
                measurement(of).put(PERCENT, percent).number(LEAST_BEFORE, least);
            case Growth(Measurement of, int percent, double least) ->
                measurement(of).put(PERCENT, percent).number(LEAST_AFTER, least);
            case Rhythm(Measurement of, Direction direction, int percent, double least, int falseAlarms) ->
                daily(of)
                        .text(DIRECTION, direction.code())
                        .put(PERCENT, percent)
                        .number(LEAST_PER_WEEK, least)
                        .put(FALSE_ALARMS, falseAlarms);
            case Threshold(Measurement of, boolean atLeast, double limit, Double overAt) -> {
                measurement(of);
                new Bound(atLeast, limit).write(node);
                if (overAt != null) {
                    number(OVER_AT, overAt);
                }
            }
            case Absence(Happening what, int days) -> happening(what).put(DAYS, days);
            case Frequency(Happening what, int times, int days) ->
                happening(what).put(TIMES, times).put(DAYS, days);
            case Sequence(Happening first, Happening then, int days, boolean followed) ->
                happening(FIRST, first)
                        .happening(followed ? THEN : WITHOUT, then)
                        .put(DAYS, days);
            case LowFeatureUse(String feature, int days, int percent, double perUser, int users) ->
                text(FEATURE, feature)
                        .put(DAYS, days)
                        .putUnlessZero(PERCENT_OF_USUAL, percent)
                        .putUnlessZero(USES_PER_USER, perUser)
                        .put(LEAST_USERS, users);
            case FirstUse(int days, int tenure, int uses) ->
                put(DAYS, days).put(USES, uses).put(TENURE_DAYS, tenure);
            case NewUsers(int users, int days, int percent, int tenure) ->
                put(USERS, users)
                        .put(DAYS, days)
                        .put(PERCENT_OF_ACTIVE, percent)
                        .put(TENURE_DAYS, tenure);
            case BandEntered(Band band, int tenure) -> text(BAND, band.code()).put(TENURE_DAYS, tenure);
            case ScoreDrop(int points, int days) -> put(POINTS, points).put(DAYS, days);
            case OverdueInvoice(int days) -> put(DAYS, days);
            case RenewalWithin(int days) -> put(DAYS, days);
            case Milestone(Milestone.Date date, int days, String attribute) -> {
                text(DATE, date.name().toLowerCase(Locale.ROOT)).put(DAYS, days);
                if (attribute != null) {
                    text(ATTRIBUTE, attribute);
                }
            }
            case SilentSource(EventType type, int days) -> {
                if (type != null) {
                    text(TYPE, type.code());
                }
                put(DAYS, days);
            }
        }
        return node;
    }

    private KindWriter measurement(Measurement of) {
        MeasurementDocument.write(of, node);
        return this;
    }

    private KindWriter daily(Measurement of) {
        MeasurementDocument.writeDaily(of, node);
        return this;
    }

    private KindWriter happening(Happening what) {
        HappeningDocument.write(what, node);
        return this;
    }

    private KindWriter happening(String field, Happening what) {
        HappeningDocument.write(what, node.putObject(field));
        return this;
    }

    private KindWriter text(String field, String value) {
        node.put(field, value);
        return this;
    }

    private KindWriter put(String field, int value) {
        node.put(field, value);
        return this;
    }

    private KindWriter number(String field, double value) {
        node.set(field, Numbers.of(value));
        return this;
    }

    private KindWriter putUnlessZero(String field, double value) {
        return value == 0 ? this : number(field, value);
    }
}
