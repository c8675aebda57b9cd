package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.score.Points;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest score of each account, with what lists show beside it. */
@Repository
class LatestScores {

    private final JdbcClient jdbc;
    private final JdbcOperations operations;
    private final OrganisationDays days;

    LatestScores(JdbcClient jdbc, JdbcOperations operations, OrganisationDays days) {
        this.jdbc = jdbc;
        this.operations = operations;
        this.days = days;
    }

    /** @param pastWeeks as in {@link Summary} */
    record Latest(StoredScore score, List<Optional<Points>> pastWeeks) {}

    Map<AccountId, Latest> of(Collection<AccountId> accounts) {
        var latest = new HashMap<AccountId, Latest>();
        jdbc.sql("""
                        select health_score.*, account_health.trend
                        from account_health join health_score using (account_id, day)
                        where account_id = any (:accounts)
                        """).param("accounts", Scores.ids(accounts)).query(row -> {
            latest.put(new AccountId(row.getLong("account_id")), new Latest(Scores.score(row), pastWeeks(row)));
        });
        return latest;
    }

    void write(Collection<Summary> summaries) {
        if (summaries.isEmpty()) {
            return;
        }
        copy(summaries);
        operations.update("""
                insert into account_health
                select computed.* from health_computed computed left join account_health stored using (account_id)
                where stored.account_id is null
                   or (stored.day, stored.score, stored.band, stored.segment_id, stored.profile_version_id,
                       stored.change_7, stored.change_30, stored.trend, stored.story)
                      is distinct from
                      (computed.day, computed.score, computed.band, computed.segment_id, computed.profile_version_id,
                       computed.change_7, computed.change_30, computed.trend, computed.story)
                on conflict (account_id) do update set
                  day = excluded.day, score = excluded.score, band = excluded.band, segment_id = excluded.segment_id,
                  profile_version_id = excluded.profile_version_id, change_7 = excluded.change_7,
                  change_30 = excluded.change_30, trend = excluded.trend, story = excluded.story,
                  computed_at = excluded.computed_at
                """);
    }

    private void copy(Collection<Summary> summaries) {
        var now = days.now().atOffset(ZoneOffset.UTC);
        var rows = new CopyText();
        for (Summary summary : summaries) {
            StoredScore latest = summary.latest();
            Optional<Points> score = Optional.ofNullable(latest.score());
            rows.value(latest.account())
                    .value(latest.day())
                    .value(tenths(score))
                    .value(latest.band().code())
                    .value(latest.segmentId())
                    .value(latest.profileVersionId())
                    .value(tenths(summary.change7()))
                    .value(tenths(summary.change30()))
                    .array(
                            Stream.concat(summary.pastWeeks().stream(), Stream.of(score))
                                    .toList(),
                            LatestScores::tenths)
                    .value(summary.story())
                    .value(now)
                    .endRow();
        }
        rows.into(operations, "health_computed", "account_health");
    }

    private static @Nullable Integer tenths(Optional<Points> points) {
        return points.isPresent() ? points.get().tenths() : null;
    }

    private static List<Optional<Points>> pastWeeks(ResultSet row) throws SQLException {
        return Arrays.stream((Object[]) row.getArray("trend").getArray())
                .limit(Trend.PAST_WEEKS)
                .map(it -> Optional.ofNullable((Number) it).map(tenths -> new Points(tenths.intValue())))
                .toList();
    }
}
