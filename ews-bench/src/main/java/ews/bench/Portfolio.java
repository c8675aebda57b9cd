package ews.bench;

import ews.domain.fact.UsageBlock;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Accounts with some days of facts, as intake would have left them: usage in blocks, users, goals, answers, a contract. */
record Portfolio(Database database, int accounts, int days) {

    static final int USERS = 8;
    static final int FEATURES = 6;
    private static final byte[] COPY_HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    void fill(LocalDate today) throws SQLException {
        LocalDate first = today.minusDays(days);
        database.execute("""
                insert into feature (name) select 'feature.' || i from generate_series(1, %d) i;
                insert into account (key, name, status, plan, seats, first_seen_on)
                select 'bench-' || i, 'Bench ' || i, 'active', (array['Enterprise', 'Team', 'Business'])[1 + i %% 3], 10,
                       date '%s' from generate_series(1, %d) i;
                insert into account_user (account_id, key, first_used_on)
                select id, 'u' || u, date '%2$s' from account, generate_series(1, %d) u;
                insert into account_feature select a.id, f.id, date '%2$s' from account a, feature f;
                insert into subscription_change (account_id, occurred_at, event_key, status, plan, seats, renewal_on)
                select id, first_seen_on, id, 'active', plan, seats, first_seen_on + 365 from account;
                insert into outcome_progress select id, 'goal', first_seen_on + 14 * i, i, 10 * i, 70
                from account, generate_series(1, 6) i;
                insert into feedback (account_id, occurred_at, event_key, kind, score)
                select id, first_seen_on + 28 * i, i, 'sentiment', 1 + (id + i) %% 5 from account, generate_series(1, 3) i;
                insert into ticket_change (account_id, ticket, occurred_at, event_key, status)
                select id, 'T-' || i, first_seen_on + 20 * i, i, (array['open', 'solved'])[1 + (id + i) %% 2]
                from account, generate_series(1, 4) i;
                """.formatted(FEATURES, first, accounts, USERS));
        copyBlocks(first, today);
        database.execute("vacuum analyze");
    }

    private void copyBlocks(LocalDate first, LocalDate today) throws SQLException {
        long id = database.count("select min(id) from account");
        long user = database.count("select min(id) from account_user");
        try (var connection = database.connect()) {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy usage_block (account_id, block, data) from stdin (format binary)");
            copy.writeToCopy(COPY_HEADER, 0, COPY_HEADER.length);
            for (int account = 0; account < accounts; account++) {
                var random = new SplittableRandom(account);
                for (int number = UsageBlock.numberOf(first); number <= UsageBlock.numberOf(today); number++) {
                    byte[] row = row(id + account, number, block(random, number, first, today, user + account));
                    copy.writeToCopy(row, 0, row.length);
                }
            }
            copy.writeToCopy(new byte[] {-1, -1}, 0, 2);
            copy.endCopy();
        }
    }

    private byte[] block(SplittableRandom random, int number, LocalDate first, LocalDate today, long firstUser) {
        var block = new UsageBlock();
        for (int place = 0; place < UsageBlock.DAYS; place++) {
            LocalDate day = UsageBlock.firstDayOf(number).plusDays(place);
            if (day.isBefore(first) || !day.isBefore(today)) {
                continue;
            }
            for (int feature = 1; feature <= FEATURES; feature++) {
                int events = random.nextInt(4);
                if (events > 0) {
                    block.add(feature, place, events, events * 1_000_000L);
                }
            }
            for (int user = 0; user < USERS; user++) {
                if (random.nextInt(3) == 0) {
                    block.seen(firstUser + (long) user * accounts, place);
                }
            }
        }
        return block.encode();
    }

    private static byte[] row(long account, int number, byte[] data) {
        return ByteBuffer.allocate(2 + 4 + 8 + 4 + 4 + 4 + data.length)
                .putShort((short) 3)
                .putInt(8)
                .putLong(account)
                .putInt(4)
                .putInt(number)
                .putInt(data.length)
                .put(data)
                .array();
    }
}
