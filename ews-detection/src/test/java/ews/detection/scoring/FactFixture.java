package ews.detection.scoring;

import ews.domain.account.AccountId;
import ews.domain.fact.UsageBlock;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes facts as intake would, without it: each method also marks the account dirty from that day. */
public record FactFixture(JdbcClient jdbc, OrganisationDays days) {

    private static final AtomicLong KEYS = new AtomicLong();

    public AccountId account(String key, LocalDate firstSeen) {
        return new AccountId(jdbc.sql("insert into account (key, name, first_seen_on) values (?, ?, ?) returning id")
                .params(key, key, firstSeen)
                .query(Long.class)
                .single());
    }

    /** The users 1 to {@code users} each use the product once a day. */
    public void usage(AccountId account, LocalDate first, LocalDate last, int users) {
        int feature = jdbc.sql("""
                        insert into feature (name) values ('login')
                        on conflict (name) do update set name = excluded.name returning id
                        """).query(Integer.class).single();
        int from = UsageBlock.numberOf(first);
        for (int number = from; number <= UsageBlock.numberOf(last); number++) {
            UsageBlock block = block(account, number);
            for (LocalDate day = UsageBlock.firstDayOf(number);
                    UsageBlock.numberOf(day) == number;
                    day = day.plusDays(1)) {
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    block.add(feature, UsageBlock.placeOf(day), users, users * 1_000_000L);
                    for (int user = 1; user <= users; user++) {
                        block.seen(user, UsageBlock.placeOf(day));
                    }
                }
            }
            jdbc.sql("""
                            insert into usage_block (account_id, block, data) values (?, ?, ?)
                            on conflict (account_id, block) do update set data = excluded.data
                            """).params(account.value(), number, block.encode()).update();
        }
        jdbc.sql("""
                        insert into account_feature (account_id, feature_id, first_used_on) values (?, ?, ?)
                        on conflict (account_id, feature_id) do update
                        set first_used_on = least(account_feature.first_used_on, excluded.first_used_on)
                        """).params(account.value(), feature, first).update();
        dirty(account, first);
        dirty(account, last);
    }

    private UsageBlock block(AccountId account, int number) {
        return jdbc.sql("select data from usage_block where account_id = ? and block = ?")
                .params(account.value(), number)
                .query((row, _) -> UsageBlock.decode(row.getBytes("data")))
                .optional()
                .orElseGet(UsageBlock::new);
    }

    public void subscription(AccountId account, LocalDate day, String status, String plan, int seats) {
        change("subscription_change", "status, plan, seats", account, day, status, plan, seats);
    }

    public void cancelled(AccountId account, LocalDate day) {
        change("subscription_change", "status", account, day, "cancelled");
    }

    public void ticket(AccountId account, LocalDate day, String ticket, String status, String priority) {
        change("ticket_change", "ticket, status, priority", account, day, ticket, status, priority);
    }

    public void nps(AccountId account, LocalDate day, int score) {
        change("feedback", "kind, score", account, day, "nps", score);
    }

    public void outcome(AccountId account, LocalDate day, String goal, double value) {
        change("outcome_progress", "goal, value, target", account, day, goal, value, 100);
    }

    public void attribute(AccountId account, LocalDate day, String name, String value) {
        change("attribute_change", "name, value", account, day, name, value);
    }

    private void change(String table, String columns, AccountId account, LocalDate day, Object... values) {
        OffsetDateTime noon = day.atTime(LocalTime.NOON).atZone(days.zone()).toOffsetDateTime();
        jdbc.sql("insert into %s (account_id, occurred_at, event_key, %s) values (?, ?, ?%s)"
                        .formatted(table, columns, ", ?".repeat(values.length)))
                .params(account.value(), noon, KEYS.incrementAndGet())
                .params(values)
                .update();
        dirty(account, day);
    }

    public void dirty(AccountId account, LocalDate fromDay) {
        jdbc.sql("insert into dirty_account (account_id, from_day, received_at) values (?, ?, ?)")
                .params(account.value(), fromDay, days.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
