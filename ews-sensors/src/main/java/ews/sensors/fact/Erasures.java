package ews.sensors.fact;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.erasure.TextColumn;
import ews.domain.erasure.Traces;
import ews.domain.erasure.Words;
import ews.sensors.intake.KeptEvents;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases people: whatever names them goes, and what they did goes on to count, for somebody with a made-up name. What
 * sources say of them afterwards makes them known anew.
 */
@Component
public class Erasures {

    private static final int MOST_FOUND = 200;

    /** What is said of a person that may stand in texts, too. */
    private static final List<String> NAMING =
            List.of("name", "fullName", "full_name", "displayName", "email", "phone", "mobile", "username");

    /** Keys count as they are written; of addresses, upper and lower case are the same. */
    private static final String IS_PERSON = """
            (person = any (%s) or person like '%%@%%' and lower(person) in (select lower(k) from unnest(%s) k))
            """;

    private final JdbcClient jdbc;
    private final Alone alone;
    private final KeptEvents kept;
    private final List<Traces> traces;
    private final AuditLog audit;

    Erasures(JdbcClient jdbc, Alone alone, KeptEvents kept, List<Traces> traces, AuditLog audit) {
        this.jdbc = jdbc;
        this.alone = alone;
        this.kept = kept;
        this.traces = traces;
        this.audit = audit;
    }

    /** By key or e-mail address. */
    public List<PersonFound> find(String keyOrEmail) {
        return jdbc.sql("""
                        select u.account_id, a.name as account_name, u.id, u.key, u.attributes ->> 'name' as name,
                               u.attributes ->> 'email' as email
                        from account_user u join account a on a.id = u.account_id
                        where u.key = :it or u.key like '%@%' and lower(u.key) = lower(:it)
                           or lower(u.attributes ->> 'email') = lower(:it)
                        order by lower(a.name), a.id, u.id limit :most
                        """)
                .param("it", keyOrEmail)
                .param("most", MOST_FOUND)
                .query((row, _) -> new PersonFound(
                        new AccountId(row.getLong("account_id")),
                        row.getString("account_name"),
                        row.getLong("id"),
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("email")))
                .list();
    }

    /** How many events wait for the account of somebody with this key. */
    public int waiting(String key) {
        return jdbc.sql("select count(*) from unplaced_event where "
                        + IS_PERSON.formatted(":keys::text[]", ":keys::text[]"))
                .param("keys", new String[] {key})
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /**
     * What was done.
     *
     * @param events of the log that were written anew
     * @param texts rows in which the person was named
     */
    public record Erased(int accounts, int events, int texts) {}

    /**
     * Erases these, who are one person, in one go.
     *
     * @param asked the key or e-mail address that was asked for, which goes too
     */
    public Erased erase(String asked, Collection<PersonFound> people, Actor actor) {
        String pseudonym = "erased-" + UUID.randomUUID().toString().substring(0, 8);
        Erased[] erased = {new Erased(0, 0, 0)};
        alone.doing(rows -> {
            erased[0] = erase(rows, asked, people, pseudonym);
            audit.record(
                    actor,
                    "person.erased",
                    pseudonym,
                    Map.of("accounts", erased[0].accounts, "events", erased[0].events, "texts", erased[0].texts));
        });
        return erased[0];
    }

    private Erased erase(Rows rows, String asked, Collection<PersonFound> people, String pseudonym)
            throws SQLException {
        Set<String> keys = keys(rows, asked, people);
        var words = new Words(names(rows, keys, people));
        Map<AccountId, long[]> users = new LinkedHashMap<>();
        for (PersonFound it : people) {
            users.merge(
                    it.account(),
                    new long[] {it.user()},
                    (a, b) -> Stream.of(a, b).flatMapToLong(Arrays::stream).toArray());
        }
        Map<String, String> pseudonyms = pseudonyms(keys, pseudonym);
        var log = new ErasedLog(rows, new ReadAgain(rows, kept), pseudonyms, words);
        int events = 0;
        for (Map.Entry<AccountId, long[]> it : users.entrySet()) {
            events += log.rewrite(it.getKey().value(), it.getValue());
        }
        forgetUsers(rows, people, pseudonyms);
        forgetPerson(rows, keys);
        forgetInMerges(rows, pseudonyms, words);
        int texts = words.isEmpty() ? 0 : clean(rows, users.keySet(), words);
        return new Erased(users.size(), events, texts + forgetRejects(rows, keys, words));
    }

    /** By which the person is known, upper or lower case as it is; other names of the same one, too. */
    private static Set<String> keys(Rows rows, String asked, Collection<PersonFound> people) throws SQLException {
        var keys = new LinkedHashSet<String>();
        keys.add(asked);
        for (PersonFound it : people) {
            keys.add(it.key());
            if (it.email() != null) {
                keys.add(it.email());
            }
        }
        int known = 0;
        while (known < keys.size()) {
            known = keys.size();
            String[] all = keys.toArray(String[]::new);
            rows.query(
                    "select alias, user_key from same_person where alias = any (?) or user_key = any (?)",
                    row -> {
                        keys.add(row.getString(1));
                        keys.add(row.getString(2));
                    },
                    all,
                    all);
        }
        return keys;
    }

    private static Set<String> names(Rows rows, Set<String> keys, Collection<PersonFound> people) throws SQLException {
        var names = new HashSet<String>();
        keys.stream().filter(it -> it.contains("@")).forEach(names::add);
        for (PersonFound person : people) {
            var said = new LinkedHashMap<String, String>();
            rows.query(
                    """
                    select it.key, it.value from account_user u, jsonb_each_text(u.attributes) it
                    where u.account_id = ? and u.id = ? and it.value is not null
                    """,
                    row -> said.put(row.getString(1), row.getString(2)),
                    person.account().value(),
                    person.user());
            NAMING.stream().filter(said::containsKey).map(said::get).forEach(names::add);
            both(said, "firstName", "lastName", names);
            both(said, "first_name", "last_name", names);
        }
        return names;
    }

    private static void both(Map<String, String> said, String first, String last, Set<String> names) {
        String firstName = said.get(first);
        String lastName = said.get(last);
        if (firstName != null && lastName != null) {
            names.add(firstName + " " + lastName);
        }
    }

    /** One for each, so that users of the same account stay apart. */
    private static Map<String, String> pseudonyms(Set<String> keys, String pseudonym) {
        var pseudonyms = new LinkedHashMap<String, String>();
        keys.forEach(it -> pseudonyms.put(it, pseudonyms.isEmpty() ? pseudonym : pseudonym + "-" + pseudonyms.size()));
        return pseudonyms;
    }

    private static void forgetUsers(Rows rows, Collection<PersonFound> people, Map<String, String> pseudonyms)
            throws SQLException {
        for (PersonFound it : people) {
            long account = it.account().value();
            rows.update(
                    "update account_user set key = ?, attributes = '{}', said_at = '{}' where account_id = ? and id = ?",
                    Rows.at(pseudonyms, it.key()),
                    account,
                    it.user());
            rows.update("update feedback set comment = null where account_id = ? and user_id = ?", account, it.user());
            // Instances remember users by their keys.
            rows.update("insert into facts_made_again (account_key) select key from account where id = ?", account);
        }
    }

    /** What is kept to undo merges names them, too. */
    private static void forgetInMerges(Rows rows, Map<String, String> pseudonyms, Words words) throws SQLException {
        for (Map.Entry<String, String> it : pseudonyms.entrySet()) {
            rows.update("""
                    update account_merge_row
                    set row = row || jsonb_build_object('key', ?::text, 'attributes', '{}'::jsonb, 'said_at', '{}'::jsonb)
                    where table_name = 'account_user' and row ->> 'key' = ?
                    """, it.getValue(), it.getKey());
        }
        rows.update(
                "delete from account_merge_row where table_name in ('event', 'event left') and row ->> 'body' ~* ?",
                PersonPattern.of(pseudonyms.keySet(), words));
    }

    private static void forgetPerson(Rows rows, Set<String> keys) throws SQLException {
        String[] all = keys.toArray(String[]::new);
        for (String table : List.of("unplaced_event", "belonging", "displaced_person")) {
            rows.update("delete from " + table + " where " + IS_PERSON.formatted("?::text[]", "?::text[]"), all, all);
        }
        // Nobody can tell whom they name, so they go as a whole; what runs just now needs its own until it is done.
        rows.update("""
                delete from csv_part where import_id in (select id from csv_import where state <> 'running')
                """);
        rows.update("delete from same_person where alias = any (?) or user_key = any (?)", all, all);
    }

    /** Nobody can tell what else a body says that could not be read, so it goes as a whole. */
    private static int forgetRejects(Rows rows, Set<String> keys, Words words) throws SQLException {
        String expression = PersonPattern.of(keys, words);
        return rows.update("""
                update reject set message_id = null, detail = ?, body = '', settled_at = coalesce(settled_at, now()),
                                  settled_as = coalesce(settled_as, 'dismissed')
                where body ~* ? or detail ~* ?
                """, Words.INSTEAD, expression, expression);
    }

    private int clean(Rows rows, Set<AccountId> accounts, Words words) throws SQLException {
        long[] ids = accounts.stream().mapToLong(AccountId::value).toArray();
        int cleaned = 0;
        for (TextColumn it : traces.stream().flatMap(of -> of.texts().stream()).toList()) {
            String cast = it.json() ? "::jsonb" : "";
            String sql = "update %1$s set %2$s = regexp_replace(%2$s::text, ?, ?, 'gi')%3$s where %2$s::text ~* ?%4$s"
                    .formatted(it.table(), it.column(), cast, it.ofAccounts() ? " and account_id = any (?)" : "");
            cleaned += it.ofAccounts()
                    ? rows.update(sql, words.expression(), Words.INSTEAD, words.expression(), ids)
                    : rows.update(sql, words.expression(), Words.INSTEAD, words.expression());
        }
        return cleaned;
    }
}
