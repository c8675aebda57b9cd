package ews.detection.configuration;

import static ews.detection.configuration.Bound.AT_LEAST;
import static ews.detection.configuration.Bound.AT_MOST;
import static ews.detection.configuration.HappeningDocument.FEATURE;
import static ews.detection.configuration.HappeningDocument.WHAT;
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
import static ews.detection.configuration.MeasurementDocument.FORM;
import static ews.detection.configuration.MeasurementDocument.METRIC;
import static ews.detection.configuration.MeasurementDocument.SUBJECT;

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
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads what a rule looks for. A field that cannot be read is told as a problem, and gets a value that nobody uses: no
 * rule is made then.
 */
final class KindReader {

    private static final Measurement UNREAD = new Measurement("active_users", 28);

    private final Place place;

    KindReader(Place place) {
        this.place = place;
    }

    /** All fields are read now; what is made of them only if nothing is wrong with them. */
    Supplier<RuleKind> kind(KindName name) {
        return switch (name) {
            case DECLINE -> {
                only(METRIC, SUBJECT, DAYS, PERCENT, LEAST_BEFORE);
                Measurement of = measurement();
                int percent = whole(PERCENT, 1, 100);
                double least = number(LEAST_BEFORE);
                yield () -> new Decline(of, percent, least);
            }
            case GROWTH -> {
                only(METRIC, SUBJECT, DAYS, PERCENT, LEAST_AFTER);
                Measurement of = measurement();
                int percent = whole(PERCENT, 1, 10_000);
                double least = number(LEAST_AFTER);
                yield () -> new Growth(of, percent, least);
            }
            case RHYTHM -> rhythm();
            case THRESHOLD -> threshold();
            case ABSENCE -> {
                only(WHAT, FEATURE, DAYS);
                Happening what = happening(place);
                int days = days(180);
                yield () -> new Absence(what, days);
            }
            case FREQUENCY -> {
                only(WHAT, FEATURE, TIMES, DAYS);
                Happening what = happening(place);
                int times = whole(TIMES, 1, 1_000_000);
                int days = days(180);
                yield () -> new Frequency(what, times, days);
            }
            case SEQUENCE -> sequence();
            case LOW_FEATURE_USE -> lowFeatureUse();
            case FIRST_USE -> {
                only(DAYS, USES, TENURE_DAYS);
                int days = days(90);
                int uses = whole(USES, 1, 100_000);
                int tenure = whole(TENURE_DAYS, 1, 365);
                yield () -> new FirstUse(days, tenure, uses);
            }
            case NEW_USERS -> {
                only(USERS, DAYS, PERCENT_OF_ACTIVE, TENURE_DAYS);
                int users = whole(USERS, 1, 100_000);
                int days = days(90);
                int percent = whole(PERCENT_OF_ACTIVE, 0, 1_000);
                int tenure = whole(TENURE_DAYS, 0, 365);
                yield () -> new NewUsers(users, days, percent, tenure);
            }
            case BAND_ENTERED -> {
                only(BAND, TENURE_DAYS);
                Band band = oneOf(BAND, List.of(Band.GOOD, Band.AVERAGE, Band.POOR));
                int tenure = whole(TENURE_DAYS, 0, 365);
                yield () -> new BandEntered(band, tenure);
            }
            case SCORE_DROP -> {
                only(POINTS, DAYS);
                int points = whole(POINTS, 1, 100);
                int days = days(90);
                yield () -> new ScoreDrop(points, days);
            }
            case OVERDUE_INVOICE -> {
                only(DAYS);
                int days = days(365);
                yield () -> new OverdueInvoice(days);
            }
            case RENEWAL_WITHIN -> {
                only(DAYS);
                int days = days(365);
                yield () -> new RenewalWithin(days);
            }
            case MILESTONE -> milestone();
            case SILENT_SOURCE -> {
                only(TYPE, DAYS);
                EventType type = place.has(TYPE) ? oneOf(TYPE, List.of(EventType.values())) : null;
                int days = whole(DAYS, 0, 90);
                yield () -> new SilentSource(type, days);
            }
        };
    }

    private Supplier<RuleKind> rhythm() {
        only(METRIC, SUBJECT, DIRECTION, PERCENT, LEAST_PER_WEEK, FALSE_ALARMS);
        Measurement of = MeasurementDocument.readDaily(place).orElse(UNREAD);
        Direction direction = oneOf(DIRECTION, List.of(Direction.values()));
        int percent = whole(PERCENT, 1, 100);
        double least = number(LEAST_PER_WEEK);
        int falseAlarms = whole(FALSE_ALARMS, 1, 400);
        return () -> new Rhythm(of, direction, percent, least, falseAlarms);
    }

    private Supplier<RuleKind> threshold() {
        only(METRIC, SUBJECT, DAYS, FORM, AT_LEAST, AT_MOST, OVER_AT);
        Measurement of = measurement();
        Bound bound = Bound.read(place).orElse(new Bound(true, 0));
        Double overAt = place.has(OVER_AT) ? (Double) number(OVER_AT) : null;
        return () -> new Threshold(of, bound.atLeast(), bound.value(), overAt);
    }

    private Supplier<RuleKind> sequence() {
        only(FIRST, THEN, WITHOUT, DAYS);
        boolean followed = !place.has(WITHOUT);
        if (!followed && place.has(THEN)) {
            place.wrong(WITHOUT, "use it or then, not both");
        }
        Happening first = nested(FIRST);
        Happening second = nested(followed ? THEN : WITHOUT);
        int days = days(90);
        return () -> new Sequence(first, second, days, followed);
    }

    private Supplier<RuleKind> lowFeatureUse() {
        only(FEATURE, DAYS, PERCENT_OF_USUAL, USES_PER_USER, LEAST_USERS);
        String feature = text(FEATURE);
        int days = whole(DAYS, 7, 45);
        int percent = place.has(PERCENT_OF_USUAL) ? whole(PERCENT_OF_USUAL, 1, 100) : 0;
        double perUser = place.has(USES_PER_USER) ? number(USES_PER_USER) : 0;
        int users = whole(LEAST_USERS, 1, 100_000);
        return () -> new LowFeatureUse(feature, days, percent, perUser, users);
    }

    private Supplier<RuleKind> milestone() {
        only(DATE, DAYS, ATTRIBUTE);
        Milestone.Date date = oneOf(DATE, List.of(Milestone.Date.values()));
        int days = whole(DAYS, 0, 365);
        boolean named = date == Milestone.Date.ATTRIBUTE;
        if (!named && place.has(ATTRIBUTE)) {
            place.wrong(ATTRIBUTE, "only date: attribute has one; leave it out");
        }
        String attribute = named ? text(ATTRIBUTE) : null;
        return () -> new Milestone(date, days, attribute);
    }

    private void only(String... fields) {
        place.only(Stream.concat(Stream.of(KIND), Stream.of(fields)).toArray(String[]::new));
    }

    private Measurement measurement() {
        return MeasurementDocument.read(place).orElse(UNREAD);
    }

    private static Happening happening(Place at) {
        return HappeningDocument.read(at).orElse(new Happening(Happening.Type.ANY_USE));
    }

    private Happening nested(String field) {
        if (!place.has(field)) {
            place.wrong(field, "is missing; it must have fields: what, feature");
            return new Happening(Happening.Type.ANY_USE);
        }
        return happening(place.field(field).only(WHAT, FEATURE));
    }

    private int days(int most) {
        return whole(DAYS, 1, most);
    }

    private int whole(String field, int least, int most) {
        return place.whole(field, least, most).orElse(least);
    }

    private double number(String field) {
        return place.number(field).orElse(0);
    }

    private String text(String field) {
        return place.text(field, 200).orElse("unread");
    }

    private <E extends Enum<E>> E oneOf(String field, List<E> constants) {
        return place.oneOf(field, constants).orElse(constants.getFirst());
    }
}
