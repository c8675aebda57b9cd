package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.copy.RowReader;
import ews.domain.copy.RowWriter;
import ews.domain.score.Adjustment;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import ews.domain.score.Indicator;
import ews.domain.score.Points;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A score as it is stored: what each indicator of the profile version got, in the profile's order.
 *
 * @param limit the place of the limit that adjusted the score, in the profile's order
 * @param overridden whether somebody decided the band
 */
record StoredScore(
        AccountId account,
        LocalDate day,
        @Nullable Points score,
        Band band,
        int segmentId,
        int profileVersionId,
        List<Points> points,
        List<Points> weights,
        List<OptionalDouble> readings,
        @Nullable Integer limit,
        @Nullable Points adjustment,
        boolean overridden) {

    static StoredScore of(Assessment assessment) {
        HealthScore score = assessment.score();
        return new StoredScore(
                assessment.account(),
                score.asOf(),
                score.points(),
                score.band(),
                assessment.segment().id(),
                assessment.profile().id(),
                each(score.parts(), Part::points),
                each(score.parts(), Part::weight),
                each(score.parts(), Part::value),
                score.adjustment() == null
                        ? null
                        : (Integer) assessment
                                .profile()
                                .profile()
                                .limits()
                                .indexOf(score.adjustment().limit()),
                score.adjustment() == null ? null : score.adjustment().points(),
                score.override() != null);
    }

    /** A loop, since it runs three times for each account and day. */
    private static <T> List<T> each(List<Part> parts, Function<Part, T> property) {
        var properties = new ArrayList<T>(parts.size());
        for (Part part : parts) {
            properties.add(property.apply(part));
        }
        return properties;
    }

    /** In the order in which they are read and written. */
    static final String[] COLUMNS = {
        "account_id",
        "day",
        "score",
        "band",
        "segment_id",
        "profile_version_id",
        "points",
        "weights",
        "readings",
        "limit_place",
        "adjustment",
        "overridden"
    };

    /** With the time of writing, which nothing reads back. */
    static final String[] WRITTEN =
            Stream.concat(Arrays.stream(COLUMNS), Stream.of("computed_at")).toArray(String[]::new);

    /** From {@link #COLUMNS}. */
    static StoredScore read(RowReader row) {
        return new StoredScore(
                new AccountId(row.int8()),
                row.date(),
                points(row.int2OrNull()),
                Band.of(row.text()),
                row.int4(),
                row.int4(),
                points(row.int2s()),
                points(row.int2s()),
                readings(row.float8s()),
                row.int2OrNull(),
                points(row.int2OrNull()),
                row.bool());
    }

    private static List<Points> points(int[] tenths) {
        var points = new ArrayList<Points>(tenths.length);
        for (int it : tenths) {
            points.add(new Points(it));
        }
        return points;
    }

    private static List<OptionalDouble> readings(double[] values) {
        var readings = new ArrayList<OptionalDouble>(values.length);
        for (double value : values) {
            readings.add(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
        }
        return readings;
    }

    static @Nullable Points points(@Nullable Integer tenths) {
        return tenths == null ? null : new Points(tenths);
    }

    void write(RowWriter rows, Instant computedAt) throws SQLException {
        rows.row();
        rows.int8(account.value());
        rows.date(day);
        rows.int2(score == null ? null : (Integer) score.tenths());
        rows.text(band.code());
        rows.int4(segmentId);
        rows.int4(profileVersionId);
        rows.int2s(tenths(points));
        rows.int2s(tenths(weights));
        rows.float8s(values(readings));
        rows.int2(limit);
        rows.int2(adjustment == null ? null : (Integer) adjustment.tenths());
        rows.bool(overridden);
        rows.instant(computedAt);
    }

    private static Integer[] tenths(List<Points> points) {
        var tenths = new Integer[points.size()];
        Arrays.setAll(tenths, i -> points.get(i).tenths());
        return tenths;
    }

    private static double[] values(List<OptionalDouble> readings) {
        var values = new double[readings.size()];
        Arrays.setAll(values, i -> readings.get(i).orElse(Double.NaN));
        return values;
    }

    /** The score as it was when it was computed, but for who decided its band. */
    HealthScore with(HealthProfile profile) {
        var parts = new ArrayList<Part>();
        int known = 0;
        for (int i = 0; i < readings.size(); i++) {
            Indicator indicator = profile.indicators().get(i);
            parts.add(new Part(indicator, readings.get(i), weights.get(i), points.get(i)));
            known += readings.get(i).isPresent() ? indicator.weight() : 0;
        }
        Adjustment adjusted = limit == null || adjustment == null
                ? null
                : new Adjustment(profile.limits().get(limit), adjustment);
        return new HealthScore(day, band, score, List.copyOf(parts), adjusted, known, null);
    }
}
