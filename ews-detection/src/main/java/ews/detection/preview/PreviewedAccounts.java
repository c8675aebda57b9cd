package ews.detection.preview;

import ews.domain.account.AccountId;
import ews.domain.account.AccountPortion;
import ews.domain.score.Band;
import ews.domain.score.Points;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts as they stand, which is what a preview compares with. */
@Repository
class PreviewedAccounts {

    private final JdbcClient jdbc;

    PreviewedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that have a score. */
    Map<AccountId, Present> present(AccountPortion portion) {
        return jdbc
                .sql("""
                        select a.id, a.name, m.name as csm, a.annual_value, a.currency, h.band, h.score,
                               array(select rule_id from alert where account_id = a.id
                                       and status in ('open', 'acknowledged', 'in_play')) as alerted_by
                        from account a
                        join account_health h on h.account_id = a.id
                        left join member m on m.id = a.csm_id
                        where a.id between :first and :last
                        """)
                .param("first", portion.first().value())
                .param("last", portion.last().value())
                .query(PreviewedAccounts::present)
                .list()
                .stream()
                .collect(Collectors.toMap(Present::account, Function.identity()));
    }

    private static Present present(ResultSet row, int number) throws SQLException {
        int score = row.getInt("score");
        @Nullable Points points = row.wasNull() ? null : new Points(score);
        return new Present(
                new AccountId(row.getLong("id")),
                row.getString("name"),
                row.getString("csm"),
                row.getBigDecimal("annual_value"),
                row.getString("currency"),
                Band.of(row.getString("band")),
                points,
                rules(row.getArray("alerted_by")));
    }

    private static Set<Integer> rules(Array array) throws SQLException {
        return Set.copyOf(Arrays.asList((Integer[]) array.getArray()));
    }
}
