package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.fact.Days;
import ews.domain.score.Band;
import ews.domain.score.Points;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The scores of all accounts and days. */
@Repository
class Scores {

    private final JdbcClient jdbc;
    private final JdbcOperations operations;
    private final OrganisationDays days;

    Scores(JdbcClient jdbc, JdbcOperations operations, OrganisationDays days) {
        this.jdbc = jdbc;
        this.operations = operations;
        this.days = days;
    }

    /** Touches only rows that are new or differ. */
    void write(Collection<StoredScore> scores) {
        if (scores.isEmpty()) {
            return;
        }
        copy(scores);
        operations.update("""
                insert into health_score
                select computed.* from score_computed computed left join health_score stored using (account_id, day)
                where stored.account_id is null
                   or (stored.score, stored.band, stored.segment_id, stored.profile_version_id,
                       stored.points, stored.weights, stored.readings)
                      is distinct from
                      (computed.score, computed.band, computed.segment_id, computed.profile_version_id,
                       computed.points, computed.weights, computed.readings)
                on conflict (account_id, day) do update set
                  score = excluded.score, band = excluded.band, segment_id = excluded.segment_id,
                  profile_version_id = excluded.profile_version_id, points = excluded.points,
                  weights = excluded.weights, readings = excluded.readings, computed_at = excluded.computed_at
                """);
    }

    private void copy(Collection<StoredScore> scores) {
        var now = days.now().atOffset(ZoneOffset.UTC);
        var rows = new CopyText();
        for (StoredScore score : scores) {
            rows.value(score.account())
                    .value(score.day())
                    .value(score.score() == null ? null : score.score().tenths())
                    .value(score.band().code())
                    .value(score.segmentId())
                    .value(score.profileVersionId())
                    .array(score.points(), Points::tenths)
                    .array(score.weights(), Points::tenths)
                    .array(score.readings(), it -> it.isPresent() ? it.getAsDouble() : null)
                    .value(now)
                    .endRow();
        }
        rows.into(operations, "score_computed", "health_score");
    }

    /** Removes the stored scores of these days, except for those of {@code kept}. */
    void removeOthers(AccountId account, Days over, Collection<LocalDate> kept) {
        jdbc.sql("""
                        delete from health_score
                        where account_id = :account and day between :first and :last and day <> all (:kept::date[])
                        """)
                .param("account", account.value())
                .param("first", over.first())
                .param("last", over.last())
                .param("kept", texts(kept))
                .update();
    }

    /** The stored scores of these accounts on these days. */
    Map<AccountId, Map<LocalDate, StoredScore>> on(Collection<AccountId> accounts, Collection<LocalDate> on) {
        var scores = new HashMap<AccountId, Map<LocalDate, StoredScore>>();
        jdbc.sql("""
                        select health_score.* from unnest(:days::date[]) as wanted (on_day)
                        cross join unnest(:accounts) as account (id)
                        join health_score on account_id = account.id and day = on_day
                        """).param("accounts", ids(accounts)).param("days", texts(on)).query(row -> {
            StoredScore score = score(row);
            scores.computeIfAbsent(score.account(), _ -> new HashMap<>()).put(score.day(), score);
        });
        return scores;
    }

    List<ScoredDay> history(AccountId account, Days over) {
        return jdbc.sql("""
                        select day, score, band from health_score
                        where account_id = :account and day between :first and :last order by day
                        """)
                .param("account", account.value())
                .param("first", over.first())
                .param("last", over.last())
                .query((row, _) -> new ScoredDay(
                        row.getObject("day", LocalDate.class), points(row), Band.of(row.getString("band"))))
                .list();
    }

    static Long[] ids(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }

    /** The driver takes no array of days. */
    private static String[] texts(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    static StoredScore score(ResultSet row) throws SQLException {
        return new StoredScore(
                new AccountId(row.getLong("account_id")),
                row.getObject("day", LocalDate.class),
                points(row),
                Band.of(row.getString("band")),
                row.getInt("segment_id"),
                row.getInt("profile_version_id"),
                array(row, "points", it -> new Points(((Number) it).intValue())),
                array(row, "weights", it -> new Points(((Number) it).intValue())),
                array(row, "readings", Scores::reading));
    }

    private static @Nullable Points points(ResultSet row) throws SQLException {
        int tenths = row.getInt("score");
        return row.wasNull() ? null : new Points(tenths);
    }

    private static OptionalDouble reading(@Nullable Object value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of((Double) value);
    }

    private static <T> List<T> array(ResultSet row, String column, Function<Object, T> element) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(element)
                .toList();
    }
}
