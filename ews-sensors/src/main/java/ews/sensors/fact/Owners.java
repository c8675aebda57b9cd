package ews.sensors.fact;

import ews.domain.event.Event;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.member.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives accounts the CSM whom their attribute {@code csm} names by e-mail; a CSM who is not yet a member becomes one.
 * An account that people gave to somebody else stays theirs until the source names another CSM than before.
 */
final class Owners {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern SEPARATORS = Pattern.compile("[._-]+");

    private final Rows rows;
    private final Members members;

    /** What the source said about one account's CSM last, before this transaction and with it. */
    private static final class Said {
        boolean anyBefore;

        @Nullable
        String before;

        @Nullable
        String now;

        boolean changed() {
            return !anyBefore || !Objects.equals(before, now);
        }
    }

    private record Owner(long account, @Nullable Long member) {}

    Owners(Rows rows, Members members) {
        this.rows = rows;
        this.members = members;
    }

    /** After the changes of this transaction were stored, and their accounts locked. */
    void refresh(Work work) throws SQLException {
        var sample = new TreeMap<Long, Boolean>();
        Set<Long> keys = new HashSet<>();
        for (var change : work.counted(Event.AccountAttributes.class)) {
            if (change.event().attributes().containsKey("csm")) {
                Entry entry = change.entry();
                sample.put(entry.account.id, work.batch(entry).source().sample());
                keys.add(entry.key);
            }
        }
        if (sample.isEmpty()) {
            return;
        }
        var owners = new ArrayList<Owner>();
        Map<String, MemberId> known = new HashMap<>();
        said(sample.keySet(), keys).forEach((account, said) -> {
            String email = said.now == null ? null : said.now.strip().toLowerCase(Locale.ROOT);
            if (said.changed() && email == null) {
                owners.add(new Owner(account, null));
            } else if (said.changed() && EMAIL.matcher(email).matches()) {
                MemberId member = known.computeIfAbsent(email, it -> ensure(it, Rows.at(sample, account)));
                owners.add(new Owner(account, member.value()));
            }
        });
        write(owners);
    }

    private Map<Long, Said> said(Set<Long> accounts, Set<Long> keys) throws SQLException {
        var said = new TreeMap<Long, Said>();
        rows.query(
                """
                select account_id, event_key, value from attribute_change
                where account_id = any (?) and name = 'csm' order by account_id, occurred_at, event_key
                """,
                row -> {
                    Said account = said.computeIfAbsent(row.getLong("account_id"), _ -> new Said());
                    account.now = row.getString("value");
                    if (!keys.contains(row.getLong("event_key"))) {
                        account.anyBefore = true;
                        account.before = account.now;
                    }
                },
                accounts.stream().mapToLong(Long::longValue).toArray());
        return said;
    }

    private MemberId ensure(String email, boolean sample) {
        return members.ensure(email, nameIn(email), Role.CSM, sample).id();
    }

    /** As in {@code jane.doe@example.com}: Jane Doe. */
    private static String nameIn(String email) {
        var name = new StringBuilder();
        for (String word : SEPARATORS.split(email.substring(0, email.indexOf('@')))) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? "" : " ")
                        .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return name.isEmpty() ? email : name.toString();
    }

    private void write(List<Owner> owners) throws SQLException {
        if (!owners.isEmpty()) {
            rows.update("""
                    update account a set csm_id = n.csm_id::bigint
                    from unnest(?::bigint[], ?::text[]) n (id, csm_id) where a.id = n.id
                    """, Rows.longs(owners, Owner::account), Rows.texts(owners, Owner::member));
        }
    }
}
