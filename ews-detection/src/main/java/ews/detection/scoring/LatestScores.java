package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.copy.RowReader;
import ews.domain.copy.RowWriter;
import ews.domain.score.Points;
import ews.domain.time.OrganisationDays;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/** The latest score of each account, with what lists show beside it. */
@Repository
class LatestScores {

    private static final String[] COLUMNS = {
        "account_id",
        "day",
        "score",
        "band",
        "segment_id",
        "profile_version_id",
        "change_7",
        "change_30",
        "trend",
        "computed_at"
    };

    private final JdbcOperations jdbc;
    private final OrganisationDays days;

    LatestScores(JdbcOperations jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** @param pastWeeks as in {@link Summary} */
    record Latest(StoredScore score, List<Optional<Points>> pastWeeks) {}

    Map<AccountId, Latest> of(Collection<AccountId> accounts) {
        var latest = new HashMap<AccountId, Latest>();
        if (accounts.isEmpty()) {
            return latest;
        }
        var wanted = new HashSet<>(accounts);
        String query = """
                select summary.trend, %s from account_health summary
                  join health_score score on score.account_id = summary.account_id and score.day = summary.day
                where summary.%s
                """.formatted(
                        Arrays.stream(StoredScore.COLUMNS).map("score."::concat).collect(Collectors.joining(", ")),
                        Scores.among(accounts));
        ConnectionCallback<Boolean> copy = connection -> {
            try (var rows = RowReader.of(connection, query)) {
                while (rows.next()) {
                    List<Optional<Points>> pastWeeks = pastWeeks(rows.int2sOrNull());
                    StoredScore score = StoredScore.read(rows);
                    if (wanted.contains(score.account())) {
                        latest.put(score.account(), new Latest(score, pastWeeks));
                    }
                }
            }
            return true;
        };
        jdbc.execute(copy);
        return latest;
    }

    /** The days of the latest scores, and whose they are. */
    Map<LocalDate, List<AccountId>> days(Collection<AccountId> accounts) {
        var days = new HashMap<LocalDate, List<AccountId>>();
        jdbc.query(
                "select day, account_id from account_health where account_id = any (?)",
                row -> {
                    days.computeIfAbsent(row.getObject("day", LocalDate.class), _ -> new ArrayList<>())
                            .add(new AccountId(row.getLong("account_id")));
                },
                (Object) Scores.ids(accounts));
        return days;
    }

    /**
     * Adds or replaces summaries; touches only rows that are new or differ. In the order of accounts, so that two who score
     * the same ones wait for each other instead of locking each other out.
     */
    void put(Collection<Summary> summaries) {
        if (summaries.isEmpty()) {
            return;
        }
        jdbc.execute("create temp table if not exists health_computed (like account_health) on commit delete rows");
        jdbc.execute("delete from health_computed");
        Instant now = days.now();
        ConnectionCallback<Long> copy = connection -> {
            try (var rows = RowWriter.into(connection, "health_computed", COLUMNS)) {
                for (Summary summary : summaries) {
                    write(summary, rows, now);
                }
                return rows.finish();
            }
        };
        jdbc.execute(copy);
        jdbc.update("""
                insert into account_health as stored
                select * from health_computed order by account_id
                on conflict (account_id) do update set
                  day = excluded.day, score = excluded.score, band = excluded.band, segment_id = excluded.segment_id,
                  profile_version_id = excluded.profile_version_id, change_7 = excluded.change_7,
                  change_30 = excluded.change_30, trend = excluded.trend,
                  computed_at = excluded.computed_at
                where (stored.day, stored.score, stored.band, stored.segment_id, stored.profile_version_id,
                       stored.change_7, stored.change_30, stored.trend)
                      is distinct from
                      (excluded.day, excluded.score, excluded.band, excluded.segment_id, excluded.profile_version_id,
                       excluded.change_7, excluded.change_30, excluded.trend)
                """);
    }

    private static void write(Summary summary, RowWriter rows, Instant now) throws SQLException {
        StoredScore latest = summary.latest();
        Optional<Points> score = Optional.ofNullable(latest.score());
        rows.row();
        rows.int8(latest.account().value());
        rows.date(latest.day());
        rows.int2(tenths(score));
        rows.text(latest.band().code());
        rows.int4(latest.segmentId());
        rows.int4(latest.profileVersionId());
        rows.int2(tenths(summary.change7()));
        rows.int2(tenths(summary.change30()));
        rows.int2s(Stream.concat(summary.pastWeeks().stream(), Stream.of(score))
                .map(LatestScores::tenths)
                .toArray(Integer[]::new));
        rows.instant(now);
    }

    private static @Nullable Integer tenths(Optional<Points> points) {
        return points.isPresent() ? points.get().tenths() : null;
    }

    private static List<Optional<Points>> pastWeeks(@Nullable Integer[] trend) {
        return Arrays.stream(trend)
                .limit(Trend.PAST_WEEKS)
                .map(tenths -> Optional.ofNullable(StoredScore.points(tenths)))
                .toList();
    }
}
