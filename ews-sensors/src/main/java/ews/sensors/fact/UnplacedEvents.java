package ews.sensors.fact;

import ews.sensors.fact.Person.Id;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Dialect;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Unplaced;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Events that wait until it is said to which account their people belong. */
final class UnplacedEvents {

    private final Rows rows;
    private final EventKeys keys = new EventKeys();

    /** An event that has waited. */
    record Waited(int source, Dialect dialect, long received, Raw body) {}

    private record Row(int place, Unplaced event, long key) {}

    UnplacedEvents(Rows rows) {
        this.rows = rows;
    }

    /** Lets events of a batch wait, and answers those that did not wait already. */
    List<Unplaced> add(Batch batch, List<Unplaced> events) throws SQLException {
        if (events.isEmpty()) {
            return List.of();
        }
        int source = batch.source().id().value();
        var all = new ArrayList<Row>();
        for (int i = 0; i < events.size(); i++) {
            all.add(new Row(i, events.get(i), keys.of(source, events.get(i).messageId())));
        }
        var added = new HashSet<Integer>();
        // Without a time of its own, an event waits already if one with its id does.
        rows.query(
                """
                with news as (
                    select distinct on (n.event_key, case when n.timed then n.t end) n.*, %s as occurred_at
                    from unnest(?::int[], ?::bigint[], ?::bigint[], ?::boolean[], ?::text[], ?::text[], ?::text[])
                         n (place, event_key, t, timed, type, person, body)
                    order by n.event_key, case when n.timed then n.t end, n.place),
                added as (
                    insert into unplaced_event (source_id, event_key, occurred_at, received_at, dialect, type, person, body)
                    select ?::int, event_key, occurred_at, timestamptz 'epoch' + ?::bigint * interval '1 millisecond',
                           ?::int, type, person, body
                    from news
                    where timed or not exists (
                        select from unplaced_event u where u.source_id = ?::int and u.event_key = news.event_key)
                    on conflict (source_id, event_key, occurred_at) do nothing
                    returning event_key, occurred_at)
                select n.place from news n join added a on a.event_key = n.event_key and a.occurred_at = n.occurred_at
                """.formatted(Rows.TIME),
                row -> added.add(row.getInt("place")),
                Rows.ints(all, Row::place),
                Rows.longs(all, Row::key),
                Rows.longs(all, it -> it.event.time().toEpochMilli()),
                all.stream().map(it -> it.event.timed()).toArray(Boolean[]::new),
                Rows.texts(all, it -> it.event.type().code()),
                Rows.texts(all, it -> it.event.person()),
                Rows.texts(all, it -> it.event.body()),
                source,
                batch.receivedAt().toEpochMilli(),
                batch.dialect().number(),
                source);
        return all.stream()
                .filter(it -> added.contains(it.place))
                .map(Row::event)
                .toList();
    }

    /** Those whose people are these wait no longer. */
    List<Waited> take(Collection<Id> people) throws SQLException {
        var taken = new ArrayList<Waited>();
        if (people.isEmpty()) {
            return taken;
        }
        List<Id> all = List.copyOf(people);
        rows.query(
                """
                delete from unplaced_event u using unnest(?::int[], ?::text[]) n (source_id, person)
                where u.source_id = n.source_id
                  and (u.person = n.person
                       or n.person like '@%' and right(lower(u.person), length(n.person)) = n.person)
                returning u.source_id, u.dialect, u.body, (extract(epoch from u.received_at) * 1000)::bigint as received
                """,
                row -> taken.add(new Waited(
                        row.getInt("source_id"),
                        Dialect.numbered(row.getInt("dialect")),
                        row.getLong("received"),
                        Raw.of(Objects.requireNonNull(row.getString("body"))))),
                Rows.ints(all, Id::source),
                Rows.texts(all, Id::key));
        return taken;
    }

    /** Those who wait although something is known of them: it was said at the same moment by another request. */
    Set<Id> missed() throws SQLException {
        var missed = new LinkedHashSet<Id>();
        rows.query(
                """
                select distinct u.source_id, u.person
                from unplaced_event u
                left join same_person s on s.source_id = u.source_id and s.alias = u.person
                where exists (select from belonging b where b.source_id = u.source_id
                              and b.person in (u.person, '@' || lower(nullif(split_part(u.person, '@', -1), u.person))))
                   or exists (select from belonging b where b.source_id = u.source_id and b.person = s.user_key)
                   or exists (select from same_person o
                              join belonging b on b.source_id = o.source_id and b.person = o.alias
                              where o.source_id = u.source_id and o.user_key = coalesce(s.user_key, u.person))
                """,
                row -> missed.add(new Id(row.getInt("source_id"), Objects.requireNonNull(row.getString("person")))));
        return missed;
    }
}
