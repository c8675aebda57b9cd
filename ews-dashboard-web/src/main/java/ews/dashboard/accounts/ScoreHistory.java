package ews.dashboard.accounts;

import ews.domain.account.AccountId;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import ews.domain.score.Indicator;
import ews.domain.score.Points;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads the stored scores of an account, with the profile that each was computed by. */
@Repository
class ScoreHistory {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ScoreHistory(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A stored score with the segment and the version of its profile that it was computed by. */
    record Stored(HealthScore score, HealthProfile profile, int segmentId, int version) {}

    /** One point of the history; the score in tenths. */
    record Day(LocalDate day, @Nullable Integer score, Band band, int profileVersionId) {}

    /** The score as of a day: that day's, or else the last one before it. */
    Optional<Stored> asOf(AccountId account, LocalDate day) {
        return jdbc.sql("""
                        select h.*, v.version, v.definition
                        from health_score h join profile_version v on v.id = h.profile_version_id
                        where h.account_id = :account and h.day <= :day
                        order by h.day desc limit 1
                        """)
                .param("account", account.value())
                .param("day", day)
                .query(this::stored)
                .optional();
    }

    /** Oldest first. */
    List<Day> between(AccountId account, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select day, score, band, profile_version_id from health_score
                        where account_id = :account and day between :first and :last order by day
                        """)
                .param("account", account.value())
                .param("first", first)
                .param("last", last)
                .query((row, _) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getObject("score", Integer.class),
                        Band.of(row.getString("band")),
                        row.getInt("profile_version_id")))
                .list();
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        HealthProfile profile = json.readValue(row.getString("definition"), HealthProfile.class);
        List<@Nullable Number> points = numbers(row.getArray("points"));
        List<@Nullable Number> weights = numbers(row.getArray("weights"));
        List<@Nullable Number> readings = numbers(row.getArray("readings"));
        var parts = new ArrayList<Part>();
        int known = 0;
        for (int i = 0; i < profile.indicators().size(); i++) {
            Indicator indicator = profile.indicators().get(i);
            Number reading = readings.get(i);
            known += reading == null ? 0 : indicator.weight();
            parts.add(new Part(
                    indicator,
                    reading == null ? OptionalDouble.empty() : OptionalDouble.of(reading.doubleValue()),
                    tenths(weights.get(i)),
                    tenths(points.get(i))));
        }
        Integer score = row.getObject("score", Integer.class);
        return new Stored(
                new HealthScore(
                        row.getObject("day", LocalDate.class),
                        Band.of(row.getString("band")),
                        score == null ? null : new Points(score),
                        List.copyOf(parts),
                        known),
                profile,
                row.getInt("segment_id"),
                row.getInt("version"));
    }

    private static List<@Nullable Number> numbers(Array array) throws SQLException {
        List<@Nullable Number> numbers = new ArrayList<>();
        for (Object value : (Object[]) array.getArray()) {
            numbers.add((Number) value);
        }
        return numbers;
    }

    private static Points tenths(@Nullable Number number) {
        return new Points(Objects.requireNonNull(number).intValue());
    }
}
