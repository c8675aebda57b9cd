package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.copy.RowReader;
import ews.domain.copy.RowWriter;
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
import org.jspecify.annotations.Nullable;

/** A score as it is stored: what each indicator of the profile version got, in the profile's order. */
record StoredScore(
        AccountId account,
        LocalDate day,
        @Nullable Points score,
        Band band,
        int segmentId,
        int profileVersionId,
        List<Points> points,
        List<Points> weights,
        List<OptionalDouble> readings) {

    static StoredScore of(Assessment assessment) {
        HealthScore score = assessment.score();
        return new StoredScore(
                assessment.account(),
                score.asOf(),
                score.points(),
                score.band(),
                assessment.segment().id(),
                assessment.profile().id(),
                score.parts().stream().map(Part::points).toList(),
                score.parts().stream().map(Part::weight).toList(),
                score.parts().stream().map(Part::value).toList());
    }

    /** In the order in which {@link #write} puts them. */
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
        "computed_at"
    };

    /** Reads all columns but the last. */
    static StoredScore read(RowReader row) {
        return new StoredScore(
                new AccountId(row.int8()),
                row.date(),
                points(row.int2OrNull()),
                Band.of(row.text()),
                row.int4(),
                row.int4(),
                Arrays.stream(row.int2s()).mapToObj(Points::new).toList(),
                Arrays.stream(row.int2s()).mapToObj(Points::new).toList(),
                Arrays.stream(row.float8s())
                        .mapToObj(it -> Double.isNaN(it) ? OptionalDouble.empty() : OptionalDouble.of(it))
                        .toList());
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
        rows.int2s(points.stream().map(Points::tenths).toArray(Integer[]::new));
        rows.int2s(weights.stream().map(Points::tenths).toArray(Integer[]::new));
        rows.float8s(readings.stream().mapToDouble(it -> it.orElse(Double.NaN)).toArray());
        rows.instant(computedAt);
    }

    /** The score as it was when it was computed. */
    HealthScore with(HealthProfile profile) {
        var parts = new ArrayList<Part>();
        int known = 0;
        for (int i = 0; i < readings.size(); i++) {
            Indicator indicator = profile.indicators().get(i);
            parts.add(new Part(indicator, readings.get(i), weights.get(i), points.get(i)));
            known += readings.get(i).isPresent() ? indicator.weight() : 0;
        }
        return new HealthScore(day, band, score, List.copyOf(parts), known);
    }
}
