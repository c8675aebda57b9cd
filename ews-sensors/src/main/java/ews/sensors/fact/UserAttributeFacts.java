package ews.sensors.fact;

import ews.domain.event.Event;
import ews.sensors.fact.Work.Of;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the attributes of users: for each attribute what was said last, by the events' own time. */
final class UserAttributeFacts {

    private final Rows rows;
    private final JsonMapper json;

    /** The attributes of one user, and for each when it was said and by which event. */
    private record Known(long account, long user, ObjectNode attributes, ObjectNode saidAt) {

        void say(String name, @Nullable String value, Entry entry) {
            if (saidAt.has(name)) {
                long time = saidAt.get(name).get(0).asLong();
                long key = saidAt.get(name).get(1).asLong();
                if (time > entry.time || (time == entry.time && key >= entry.key)) {
                    return;
                }
            }
            saidAt.putArray(name).add(entry.time).add(entry.key);
            if (value == null) {
                attributes.remove(name);
            } else {
                attributes.put(name, value);
            }
        }
    }

    UserAttributeFacts(Rows rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    void add(Work work) throws SQLException {
        List<Of<Event.UserAttributes>> changes = work.counted(Event.UserAttributes.class);
        if (changes.isEmpty()) {
            return;
        }
        var users = new TreeMap<Long, UserRef>();
        changes.forEach(it -> users.put(user(it).id, user(it)));
        Map<Long, Known> known = locked(List.copyOf(users.values()));
        if (known.size() < users.size()) {
            throw new Lost("A user was deleted");
        }
        for (Of<Event.UserAttributes> change : changes) {
            Known user = Rows.at(known, user(change).id);
            change.event().attributes().forEach((name, value) -> user.say(name, value, change.entry()));
        }
        write(List.copyOf(known.values()));
    }

    private static UserRef user(Of<Event.UserAttributes> change) {
        return Objects.requireNonNull(change.entry().user);
    }

    private Map<Long, Known> locked(List<UserRef> users) throws SQLException {
        var known = new TreeMap<Long, Known>();
        rows.query(
                """
                select u.account_id, u.id, u.attributes, u.said_at
                from unnest(?::bigint[], ?::bigint[]) n (account_id, id)
                join account_user u on u.account_id = n.account_id and u.id = n.id
                order by u.account_id, u.id for no key update of u
                """,
                row -> known.put(
                        row.getLong("id"),
                        new Known(
                                row.getLong("account_id"),
                                row.getLong("id"),
                                (ObjectNode) json.readTree(row.getString("attributes")),
                                (ObjectNode) json.readTree(row.getString("said_at")))),
                Rows.longs(users, it -> it.account.id),
                Rows.longs(users, it -> it.id));
        return known;
    }

    private void write(List<Known> known) throws SQLException {
        rows.update(
                """
                update account_user u set attributes = n.attributes::jsonb, said_at = n.said_at::jsonb
                from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) n (account_id, id, attributes, said_at)
                where u.account_id = n.account_id and u.id = n.id
                """,
                Rows.longs(known, Known::account),
                Rows.longs(known, Known::user),
                Rows.texts(known, Known::attributes),
                Rows.texts(known, Known::saidAt));
    }
}
