package ews.domain.account;

import ews.domain.event.SubscriptionStatus;
import ews.domain.member.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts. They are created by intake on first sight, and read by everybody. */
@Repository
public class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> withId(AccountId id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id.value())
                .query(Accounts::account)
                .optional();
    }

    /** Also by a key that it had before. */
    public Optional<Account> withKey(String key) {
        return jdbc.sql("""
                        select * from account
                        where id = coalesce((select account_id from account_alias where key = :key),
                                            (select id from account where key = :key))
                        """).param("key", key).query(Accounts::account).optional();
    }

    /** The keys that it had before and that still lead to it, the latest first. */
    public List<String> otherKeys(AccountId id) {
        return jdbc.sql("select key from account_alias where account_id = :id order by since desc, key")
                .param("id", id.value())
                .query((row, _) -> row.getString("key"))
                .list();
    }

    /** All of them, in portions of neighbours, for those who look at everybody. */
    public List<AccountPortion> portions() {
        return jdbc.sql("""
                        select id >> :bits << :bits as first, count(*) as accounts from account group by 1 order by 1
                        """)
                .param("bits", AccountPortion.BITS)
                .query((row, _) -> new AccountPortion(new AccountId(row.getLong("first")), row.getInt("accounts")))
                .list();
    }

    /** All of them, with the day of their first event. */
    public Map<AccountId, LocalDate> firstSeen() {
        return jdbc
                .sql("select id, first_seen_on from account")
                .query((row, _) ->
                        Map.entry(new AccountId(row.getLong("id")), row.getObject("first_seen_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Their names; accounts that do not exist are left out. */
    public Map<AccountId, String> names(Collection<AccountId> ids) {
        return jdbc
                .sql("select id, name from account where id = any(:ids)")
                .param("ids", ids.stream().map(AccountId::value).toArray(Long[]::new))
                .query((row, _) -> Map.entry(new AccountId(row.getLong("id")), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void assign(AccountId id, @Nullable MemberId csm) {
        jdbc.sql("update account set csm_id = :csm where id = :id")
                .param("id", id.value())
                .param("csm", csm == null ? null : csm.value())
                .update();
    }

    /** Gives all accounts of one CSM to another, and says how many that are. */
    public int handOver(MemberId from, MemberId to) {
        return jdbc.sql("update account set csm_id = :to where csm_id = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        long csm = row.getLong("csm_id");
        MemberId csmId = row.wasNull() ? null : new MemberId(csm);
        String status = row.getString("status");
        Long parent = row.getObject("parent_id", Long.class);
        Timestamp archived = row.getTimestamp("archived_at");
        return new Account(
                new AccountId(row.getLong("id")),
                row.getString("key"),
                row.getString("name"),
                csmId,
                status == null ? null : SubscriptionStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                row.getString("stage"),
                row.getString("plan"),
                row.getString("product"),
                row.getObject("seats", Integer.class),
                row.getBigDecimal("annual_value"),
                row.getString("currency"),
                row.getObject("renewal_on", LocalDate.class),
                row.getObject("cancelled_on", LocalDate.class),
                row.getObject("first_seen_on", LocalDate.class),
                row.getBoolean("sample"),
                parent == null ? null : new AccountId(parent),
                archived == null ? null : archived.toInstant());
    }
}
