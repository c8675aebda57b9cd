package ews.dashboard.shell;

import ews.dashboard.security.Viewer;
import ews.domain.score.Points;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds accounts and pages by a part of their name. */
@Repository
class Find {

    private static final int MOST = 8;

    private final JdbcClient jdbc;

    Find(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Hit> matching(String text, Viewer viewer) {
        String sought = text.strip().replace("\0", "");
        Stream<Hit> accounts = sought.isEmpty() ? Stream.of() : accounts(sought).stream();
        return Stream.concat(accounts, pages(sought, viewer)).toList();
    }

    private List<Hit> accounts(String sought) {
        String pattern = sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return jdbc.sql("""
                        select account.id, account.name, coalesce(band, 'unknown') as band, score, segment.name as segment,
                               archived_at is not null as archived
                        from account
                        left join account_health on account_health.account_id = account.id
                        left join segment on segment.id = segment_id
                        where account.name ilike :part or account.key ilike :part
                           or account.id in (select account_id from account_alias where key ilike :part)
                        order by archived_at is not null, account.name ilike :start desc, cancelled_on is not null, account.name
                        limit :most
                        """)
                .param("part", "%" + pattern + "%")
                .param("start", pattern + "%")
                .param("most", MOST)
                .query((row, _) -> {
                    Integer score = row.getObject("score", Integer.class);
                    String segment = row.getString("segment");
                    return new Hit(
                            "/accounts/" + row.getLong("id"),
                            row.getString("name"),
                            row.getBoolean("archived")
                                    ? "archived"
                                    : (score == null ? "no score yet" : new Points(score).text())
                                            + (segment == null ? "" : " · " + segment),
                            row.getString("band"),
                            null);
                })
                .list();
    }

    private static Stream<Hit> pages(String sought, Viewer viewer) {
        String lower = sought.toLowerCase(Locale.ROOT);
        return Pages.of(viewer).stream()
                .filter(page -> (page.name() + " " + page.detail())
                        .toLowerCase(Locale.ROOT)
                        .contains(lower));
    }
}
