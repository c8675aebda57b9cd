package ews.sensors.fact;

import ews.domain.event.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The first days: of an account, of a user's usage, of an account's use of a feature. The earliest day wins, whenever
 * it is reported. Only what becomes earlier is written.
 */
final class FirstUses {

    private final Rows rows;

    FirstUses(Rows rows) {
        this.rows = rows;
    }

    /** Gives the news their users and features, and brings all first days up to date. */
    void settle(Work work) throws SQLException {
        List<UserRef> users = nameUsers(work);
        new UserIds(rows).resolve(users);
        moveUsers(users);
        nameFeatures(work);
        new FeatureUses(rows).settle(work.counted());
        moveAccounts(work);
    }

    /** Those who are new here, or whose first usage may have become earlier. */
    private static List<UserRef> nameUsers(Work work) {
        var users = new ArrayList<UserRef>();
        for (Entry entry : work.counted()) {
            String key = entry.userKey();
            if (key == null) {
                continue;
            }
            // Once something of the account has changed, what was recalled before is not the same any more.
            UserRef user = entry.account.isPacked() ? entry.user : entry.account.user(key);
            if (user == null) {
                user = entry.account.open().addUser(entry.account, key);
                users.add(user);
            }
            // The entries are in time, so the first usage seen is the earliest.
            if (entry.event instanceof Event.Usage && entry.day < user.firstUsed && user.usedNow == AccountRef.NEVER) {
                entry.account.open();
                user = Objects.requireNonNull(entry.account.user(key));
                user.usedNow = entry.day;
                if (user.id != 0) {
                    users.add(user);
                }
            }
            entry.user = user;
        }
        return users;
    }

    private void moveUsers(List<UserRef> users) throws SQLException {
        List<UserRef> moved = users.stream()
                .filter(it -> it.usedNow < it.firstUsed)
                .sorted(Comparator.<UserRef>comparingLong(it -> it.account.id).thenComparingLong(it -> it.id))
                .toList();
        if (!moved.isEmpty()) {
            rows.update(
                    """
                    update account_user u set first_used_on = date '1970-01-01' + n.day
                    from unnest(?::bigint[], ?::bigint[], ?::int[]) n (account_id, id, day)
                    where u.account_id = n.account_id and u.id = n.id
                      and (u.first_used_on is null or u.first_used_on > date '1970-01-01' + n.day)
                    """,
                    Rows.longs(moved, it -> it.account.id),
                    Rows.longs(moved, it -> it.id),
                    Rows.ints(moved, it -> it.usedNow));
        }
        for (UserRef user : users) {
            user.firstUsed = Math.min(user.firstUsed, user.usedNow);
            user.usedNow = AccountRef.NEVER;
        }
    }

    private void nameFeatures(Work work) throws SQLException {
        var features = new ArrayList<FeatureRef>();
        for (Entry entry : work.counted()) {
            FeatureRef feature = entry.feature;
            if (feature != null && feature.id == 0) {
                features.add(feature);
            }
        }
        new FeatureIds(rows).resolve(features.stream().distinct().toList());
    }

    private void moveAccounts(Work work) throws SQLException {
        var moved = new ArrayList<AccountRef>();
        for (Entry entry : work.accepted()) {
            if (entry.day < entry.account.firstSeen()) {
                entry.account.seenOn(entry.day);
                moved.add(entry.account);
            }
        }
        if (moved.isEmpty()) {
            return;
        }
        moved.sort(Comparator.comparingLong(it -> it.id));
        rows.update("""
                update account a set first_seen_on = date '1970-01-01' + n.day
                from unnest(?::bigint[], ?::int[]) n (id, day)
                where a.id = n.id and a.first_seen_on > date '1970-01-01' + n.day
                """, Rows.longs(moved, it -> it.id), Rows.ints(moved, AccountRef::firstSeen));
    }
}
