package ews.dashboard.today;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.score.Band;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which accounts moved to another band. */
@Repository
class BandMoves {

    private static final int MOST = 12;

    private final JdbcClient jdbc;

    BandMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Move(AccountId account, String name, Band from, Band to) {

        public String text() {
            return "%s → %s".formatted(from.label(), to.label());
        }
    }

    /** The accounts of a CSM, or of everybody, whose band is another one than at the end of that day; those that got poor first. */
    List<Move> since(LocalDate day, @Nullable MemberId csm) {
        return jdbc.sql("""
                        select a.id, a.name, was.band as was, h.band as is_now
                        from account a join account_health h on h.account_id = a.id
                          join health_score was on was.account_id = a.id and was.day = :day
                        where (:csm::bigint is null or a.csm_id = :csm) and a.cancelled_on is null and was.band <> h.band
                        order by h.band = 'poor' desc, abs(coalesce(h.score, 0) - coalesce(was.score, 0)) desc, a.id
                        limit :most
                        """)
                .param("day", day)
                .param("csm", csm == null ? null : csm.value())
                .param("most", MOST)
                .query((row, _) -> new Move(
                        new AccountId(row.getLong("id")),
                        row.getString("name"),
                        Band.of(row.getString("was")),
                        Band.of(row.getString("is_now"))))
                .list();
    }
}
