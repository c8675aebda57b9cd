package ews.sensors.fact;

import ews.sensors.Sent;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A source, accounts and users whose ids are known, so that facts can be compared byte by byte. */
@Component
class SmallWorld {

    private final JdbcTemplate jdbc;
    private final Sources sources;

    SmallWorld(JdbcTemplate jdbc, Sources sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    Sent connectTheSource() {
        return Sent.by(connect(1_000_000, "Product"));
    }

    /** With a fixed id, since event keys and so the order of events of the same instant depend on it. */
    Source connect(int id, String name) {
        jdbc.update("""
                insert into source (id, name, key_hash, key_hint, can_read, can_write, created_at)
                overriding system value values (?, ?, ?, '', true, true, now())
                """, id, name, name.getBytes(StandardCharsets.UTF_8));
        return sources.withId(new SourceId(id)).orElseThrow();
    }

    /** With fixed ids, so that stored bytes can be compared. */
    void nameEverybody() {
        for (int account = 0; account < Traffic.ACCOUNTS; account++) {
            jdbc.update(
                    "insert into account (id, key, name, first_seen_on) overriding system value values (?, ?, ?, '2100-01-01')",
                    1_000_000 + account,
                    "a" + account,
                    "a" + account);
            for (int user = 0; user < Traffic.USERS; user++) {
                jdbc.update(
                        "insert into account_user (account_id, id, key) overriding system value values (?, ?, ?)",
                        1_000_000 + account,
                        1_000_000 + 100 * account + user,
                        "u" + user);
            }
        }
        for (String feature : Traffic.FEATURES) {
            jdbc.update("insert into feature (name) values (?) on conflict do nothing", feature);
        }
    }

    /** Everything that scoring and pages read, in an order of its own. */
    String snapshot() {
        var snapshot = new StringBuilder();
        List.of(
                        "select account_id, block, encode(data, 'hex') from usage_block order by 1, 2",
                        "select * from account_feature order by 1, 2",
                        "select account_id, id, first_used_on, attributes from account_user order by 1, 2",
                        "select account_id, ticket, occurred_at, status from ticket_change order by 1, 2, 3, 4",
                        "select account_id, invoice, occurred_at, status, amount from invoice_change order by 1, 2, 3, 4, 5",
                        "select account_id, occurred_at, status, seats from subscription_change order by 1, 2, 3, 4",
                        "select account_id, occurred_at, user_id, score, split_part(response, '/', 2) from feedback order by 1, 2, 3, 4, 5",
                        "select account_id, goal, occurred_at, value from outcome_progress order by 1, 2, 3, 4",
                        "select account_id, name, occurred_at, value from attribute_change order by 1, 2, 3, 4",
                        "select a.key, a.name, m.email, a.status, stage, plan, seats, annual_value, currency, renewal_on,"
                                + " cancelled_on, first_seen_on from account a left join member m on m.id = a.csm_id"
                                + " order by a.key",
                        "select occurred_at, account_id, user_id, type, body from event order by 1, 2, 3, 4, 5")
                .forEach(sql -> jdbc.queryForList(sql)
                        .forEach(row -> snapshot.append(row.values()).append('\n')));
        return snapshot.toString();
    }
}
