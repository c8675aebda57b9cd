package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.copy.RowReader;
import ews.domain.fact.Days;
import ews.domain.score.Band;
import ews.domain.score.HealthScore;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/** The stored scores of many accounts and days, without what they are made of. */
@Repository
public class PastScores {

    private final JdbcOperations jdbc;

    PastScores(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all accounts whose ids lie in this range, both ends included; the scores have no parts. */
    public Map<AccountId, SortedMap<LocalDate, HealthScore>> between(AccountId first, AccountId last, Days over) {
        var scores = new HashMap<AccountId, SortedMap<LocalDate, HealthScore>>();
        String days = String.join(
                "', '",
                over.first()
                        .datesUntil(over.last().plusDays(1))
                        .map(LocalDate::toString)
                        .toList());
        // Named one by one, the days are looked up one after the other: the key begins with the day.
        String query = """
                select account_id, day, score, band from health_score
                where day in ('%s') and account_id between %s and %s
                """.formatted(days, first, last);
        ConnectionCallback<Boolean> read = connection -> {
            try (var rows = RowReader.of(connection, query)) {
                while (rows.next()) {
                    var account = new AccountId(rows.int8());
                    LocalDate day = rows.date();
                    var points = StoredScore.points(rows.int2OrNull());
                    scores.computeIfAbsent(account, _ -> new TreeMap<>())
                            .put(day, new HealthScore(day, Band.of(rows.text()), points, List.of(), 0));
                }
            }
            return true;
        };
        jdbc.execute(read);
        return scores;
    }
}
