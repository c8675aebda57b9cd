package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.copy.RowReader;
import ews.domain.copy.RowWriter;
import ews.domain.fact.Days;
import ews.domain.score.Band;
import ews.domain.score.Points;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
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

    /** Adds scores of accounts and days that have none; fails if one of them has. */
    void add(Collection<StoredScore> scores) {
        copy(scores, "health_score");
    }

    /** Adds or replaces scores; touches only rows that are new or differ. */
    void put(Collection<StoredScore> scores) {
        if (scores.isEmpty()) {
            return;
        }
        operations.execute("create temp table if not exists score_computed (like health_score) on commit delete rows");
        operations.execute("delete from score_computed");
        copy(scores, "score_computed");
        operations.update("""
                insert into health_score as stored
                select * from score_computed
                on conflict (day, account_id) do update set
                  score = excluded.score, band = excluded.band, segment_id = excluded.segment_id,
                  profile_version_id = excluded.profile_version_id, points = excluded.points,
                  weights = excluded.weights, readings = excluded.readings, limit_place = excluded.limit_place,
                  adjustment = excluded.adjustment, overridden = excluded.overridden,
                  computed_at = excluded.computed_at
                where (stored.score, stored.band, stored.segment_id, stored.profile_version_id, stored.points,
                       stored.weights, stored.readings, stored.limit_place, stored.adjustment, stored.overridden)
                      is distinct from
                      (excluded.score, excluded.band, excluded.segment_id, excluded.profile_version_id, excluded.points,
                       excluded.weights, excluded.readings, excluded.limit_place, excluded.adjustment,
                       excluded.overridden)
                """);
    }

    private void copy(Collection<StoredScore> scores, String table) {
        if (scores.isEmpty()) {
            return;
        }
        Instant now = days.now();
        ConnectionCallback<Long> copy = connection -> {
            try (var rows = RowWriter.into(connection, table, StoredScore.WRITTEN)) {
                for (StoredScore score : scores) {
                    score.write(rows, now);
                }
                return rows.finish();
            }
        };
        operations.execute(copy);
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
                .param("kept", kept.stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }

    /** The stored scores of these accounts on these days. */
    Map<AccountId, Map<LocalDate, StoredScore>> on(Collection<AccountId> accounts, Collection<LocalDate> on) {
        var scores = new HashMap<AccountId, Map<LocalDate, StoredScore>>();
        if (accounts.isEmpty()) {
            return scores;
        }
        var wanted = new HashSet<>(accounts);
        String query = """
                select %s from health_score where day in (%s) and %s
                """.formatted(String.join(", ", StoredScore.COLUMNS), list(on), among(accounts));
        ConnectionCallback<Boolean> read = connection -> {
            try (var rows = RowReader.of(connection, query)) {
                while (rows.next()) {
                    StoredScore score = StoredScore.read(rows);
                    if (wanted.contains(score.account())) {
                        scores.computeIfAbsent(score.account(), _ -> new HashMap<>())
                                .put(score.day(), score);
                    }
                }
            }
            return true;
        };
        operations.execute(read);
        return scores;
    }

    /** The scores of these accounts on these days, as far as they are known, without what they are made of. */
    Map<AccountId, Map<LocalDate, Points>> pointsOn(Collection<AccountId> accounts, Collection<LocalDate> on) {
        var points = new HashMap<AccountId, Map<LocalDate, Points>>();
        if (accounts.isEmpty()) {
            return points;
        }
        var wanted = new HashSet<>(accounts);
        String query = "select account_id, day, score from health_score where day in (%s) and %s and score is not null"
                .formatted(list(on), among(accounts));
        ConnectionCallback<Boolean> read = connection -> {
            try (var rows = RowReader.of(connection, query)) {
                while (rows.next()) {
                    var account = new AccountId(rows.int8());
                    LocalDate day = rows.date();
                    var score = new Points(rows.int2());
                    if (wanted.contains(account)) {
                        points.computeIfAbsent(account, _ -> new HashMap<>()).put(day, score);
                    }
                }
            }
            return true;
        };
        operations.execute(read);
        return points;
    }

    List<ScoredDay> history(AccountId account, Days over) {
        return jdbc.sql("""
                        select day, score, band, segment_id, profile_version_id from health_score
                        where account_id = :account and day between :first and :last order by day
                        """)
                .param("account", account.value())
                .param("first", over.first())
                .param("last", over.last())
                .query((row, _) -> new ScoredDay(
                        row.getObject("day", LocalDate.class),
                        points(row),
                        Band.of(row.getString("band")),
                        row.getInt("segment_id"),
                        row.getInt("profile_version_id")))
                .list();
    }

    static Long[] ids(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }

    private static String list(Collection<LocalDate> days) {
        return days.stream().map(day -> "'" + day + "'").collect(Collectors.joining(", "));
    }

    /**
     * The condition for these accounts. Of neighbours it lets those in between through too, which the caller leaves out: a
     * range is found in an index at once, while a thousand ids are looked up one by one, or make PostgreSQL read the whole table.
     */
    static String among(Collection<AccountId> accounts) {
        LongSummaryStatistics ids =
                accounts.stream().mapToLong(AccountId::value).summaryStatistics();
        return ids.getMax() - ids.getMin() < 2 * ids.getCount()
                ? "account_id between %d and %d".formatted(ids.getMin(), ids.getMax())
                : "account_id in (%s)"
                        .formatted(accounts.stream().map(AccountId::toString).collect(Collectors.joining(", ")));
    }

    private static @Nullable Points points(ResultSet row) throws SQLException {
        int tenths = row.getInt("score");
        return row.wasNull() ? null : new Points(tenths);
    }
}
