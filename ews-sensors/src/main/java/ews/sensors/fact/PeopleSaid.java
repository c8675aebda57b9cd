package ews.sensors.fact;

import ews.sensors.fact.Person.Id;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Belonging;
import ews.sensors.intake.SamePerson;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What sources say of people: to which account they belong, and which ids mean the same one. */
final class PeopleSaid {

    private static final long MILLIS_PER_DAY = 86_400_000;

    private final Rows rows;
    private final Set<Id> newAliases = new HashSet<>();

    /** A person's account on a day; the times are those at which it was said first and last. */
    private record Belongs(Id person, long day, String account, long first, long last) {

        static Belongs of(Id person, Belonging said) {
            long time = said.time().toEpochMilli();
            return new Belongs(person, Math.floorDiv(time, MILLIS_PER_DAY), said.account(), time, time);
        }

        boolean isOfTheSame(Belongs other) {
            return person.equals(other.person) && day == other.day && account.equals(other.account);
        }

        Belongs and(Belongs other) {
            return new Belongs(person, day, account, Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    private record Same(Id alias, String user, long since) {}

    PeopleSaid(Rows rows) {
        this.rows = rows;
    }

    /** Notes what these batches say, and answers of whom. */
    Set<Id> note(List<Batch> batches) throws SQLException {
        var belongings = new ArrayList<Belongs>();
        var same = new ArrayList<Same>();
        for (Batch batch : batches) {
            int source = batch.source().id().value();
            for (Belonging it : batch.people().belongings()) {
                belongings.add(Belongs.of(new Id(source, it.person()), it));
            }
            for (SamePerson it : batch.people().same()) {
                same.add(new Same(
                        new Id(source, it.alias()), it.user(), it.time().toEpochMilli()));
            }
        }
        noteBelongings(belongings);
        noteSame(same);
        var told = new LinkedHashSet<Id>();
        belongings.forEach(it -> told.add(it.person));
        same.forEach(it -> told.add(it.alias));
        return told;
    }

    /** The ids of whom it was not known before whose they are. */
    Set<Id> newAliases() {
        return newAliases;
    }

    /** Clients say it again and again, so of each day only the first and the last time are kept. */
    private void noteBelongings(List<Belongs> said) throws SQLException {
        if (said.isEmpty()) {
            return;
        }
        said.sort(Comparator.<Belongs>comparingInt(it -> it.person.source())
                .thenComparing(it -> it.person.key())
                .thenComparingLong(Belongs::day)
                .thenComparing(Belongs::account));
        var days = new ArrayList<Belongs>();
        for (Belongs it : said) {
            if (!days.isEmpty() && days.getLast().isOfTheSame(it)) {
                days.add(days.removeLast().and(it));
            } else {
                days.add(it);
            }
        }
        rows.update(
                """
                insert into belonging as b (source_id, person, day, account_key, first_said, last_said)
                select n.source_id, n.person, date '1970-01-01' + n.day::int, n.account_key, %s, %s
                from unnest(?::int[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[])
                     n (source_id, person, day, account_key, first, last)
                on conflict (source_id, person, day, account_key) do update set
                    first_said = least(b.first_said, excluded.first_said),
                    last_said = greatest(b.last_said, excluded.last_said)
                where excluded.first_said < b.first_said or excluded.last_said > b.last_said
                """.formatted(Rows.time("n.first"), Rows.time("n.last")),
                Rows.ints(days, it -> it.person.source()),
                Rows.texts(days, it -> it.person.key()),
                Rows.longs(days, Belongs::day),
                Rows.texts(days, Belongs::account),
                Rows.longs(days, Belongs::first),
                Rows.longs(days, Belongs::last));
    }

    /** Of two users whom one id should mean, that one stays who was said for the earlier time. */
    private void noteSame(List<Same> said) throws SQLException {
        var earliest = new HashMap<Id, Same>();
        said.forEach(it -> earliest.merge(it.alias, it, (a, b) -> IN_TIME.compare(a, b) <= 0 ? a : b));
        if (earliest.isEmpty()) {
            return;
        }
        List<Same> all = earliest.values().stream()
                .sorted(Comparator.<Same>comparingInt(it -> it.alias.source()).thenComparing(it -> it.alias.key()))
                .toList();
        rows.query(
                """
                insert into same_person (source_id, alias, user_key, since)
                select n.source_id, n.alias, n.user_key, %s
                from unnest(?::int[], ?::text[], ?::text[], ?::bigint[]) n (source_id, alias, user_key, t)
                on conflict (source_id, alias) do update set user_key = excluded.user_key, since = excluded.since
                where (excluded.since, excluded.user_key) < (same_person.since, same_person.user_key)
                returning source_id, alias
                """.formatted(Rows.TIME),
                row -> newAliases.add(new Id(row.getInt("source_id"), Objects.requireNonNull(row.getString("alias")))),
                Rows.ints(all, it -> it.alias.source()),
                Rows.texts(all, it -> it.alias.key()),
                Rows.texts(all, Same::user),
                Rows.longs(all, Same::since));
    }

    private static final Comparator<Same> IN_TIME =
            Comparator.comparingLong(Same::since).thenComparing(Same::user);

    /** What is known of these, also by their other ids; each of them is answered. */
    Map<Id, Person> of(Collection<Id> asked) throws SQLException {
        var people = new HashMap<Id, Person>();
        asked.forEach(it -> people.put(it, new Person(it)));
        if (asked.isEmpty()) {
            return people;
        }
        List<Id> all = List.copyOf(asked);
        rows.query(
                """
                with asked as (
                    select n.source_id, n.person, s.user_key, coalesce(s.user_key, n.person) as main
                    from unnest(?::int[], ?::text[]) n (source_id, person)
                    left join same_person s on s.source_id = n.source_id and s.alias = n.person),
                ids as (
                    select source_id, person, user_key, person as id from asked
                    union
                    select source_id, person, user_key, main from asked
                    union
                    select a.source_id, a.person, a.user_key, s.alias
                    from asked a join same_person s on s.source_id = a.source_id and s.user_key = a.main)
                select i.source_id, i.person, i.user_key, i.id, b.account_key, b.person like '@%' as colleagues,
                       (extract(epoch from b.first_said) * 1000)::bigint as first,
                       (extract(epoch from b.last_said) * 1000)::bigint as last
                from ids i
                left join belonging b on b.source_id = i.source_id
                  and b.person in (i.id, '@' || lower(nullif(split_part(i.id, '@', -1), i.id)))
                order by b.account_key
                """,
                row -> {
                    int source = row.getInt("source_id");
                    Person person = Rows.at(people, new Id(source, row.getString("person")));
                    person.isAlso(new Id(source, row.getString("id")));
                    String user = row.getString("user_key");
                    if (user != null) {
                        person.isUser(user);
                    }
                    String account = row.getString("account_key");
                    if (account != null && row.getBoolean("colleagues")) {
                        person.colleaguesBelong(row.getLong("first"), account);
                        person.colleaguesBelong(row.getLong("last"), account);
                    } else if (account != null) {
                        var said = new Id(source, row.getString("id"));
                        person.belongs(row.getLong("first"), account, said);
                        person.belongs(row.getLong("last"), account, said);
                    }
                },
                Rows.ints(all, Id::source),
                Rows.texts(all, Id::key));
        return people;
    }
}
