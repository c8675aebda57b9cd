package ews.sensors.fact;

import ews.sensors.fact.Person.Id;
import ews.sensors.fact.UnplacedEvents.Waited;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Belonging;
import ews.sensors.intake.KeptEvents;
import ews.sensors.intake.People;
import ews.sensors.intake.Received;
import ews.sensors.intake.Unplaced;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the accounts of events that name a person only. A person belongs to the account that was said last before the
 * event happened, or else first after it. Events of people of whom nothing was said yet wait, and are placed as soon as
 * something is.
 */
final class Placement {

    private final PeopleSaid people;
    private final UnplacedEvents unplaced;
    private final Displaced displaced;
    private final KeptEvents kept;

    Placement(Rows rows, KeptEvents kept) {
        this.displaced = new Displaced(rows);
        this.people = new PeopleSaid(rows);
        this.unplaced = new UnplacedEvents(rows);
        this.kept = kept;
    }

    /** The same batches in the same order, and behind them what has waited for that which they say. */
    List<Placed> place(List<Batch> batches) throws SQLException {
        if (batches.stream().allMatch(it -> it.people().isEmpty())) {
            return batches.stream().map(Placed::whole).toList();
        }
        Set<Id> told = people.note(batches);
        var asked = new LinkedHashSet<>(told);
        for (Batch batch : batches) {
            batch.people().unplaced().forEach(it -> asked.add(id(batch, it)));
        }
        Map<Id, Person> known = people.of(asked);
        noteDisplaced(batches, known);
        var placed = new ArrayList<Placed>();
        for (Batch batch : batches) {
            placed.add(place(batch, known));
        }
        placed.addAll(released(told, known));
        return placed;
    }

    /** Those whose events may have been placed elsewhere before this was said. */
    private void noteDisplaced(List<Batch> batches, Map<Id, Person> known) throws SQLException {
        var all = new ArrayList<Displaced.One>();
        for (Batch batch : batches) {
            int source = batch.source().id().value();
            for (Belonging said : batch.people().belongings()) {
                var id = new Id(source, said.person());
                Rows.at(known, id)
                        .displacedBy(said.time().toEpochMilli(), said.account())
                        .ifPresent(it -> all.add(new Displaced.One(id, it)));
            }
        }
        for (Id alias : people.newAliases()) {
            if (Rows.at(known, alias).belongsByItself()) {
                all.add(new Displaced.One(alias, Person.ALWAYS));
            }
        }
        displaced.add(all);
    }

    /** What waits although it need not. */
    List<Placed> placeMissed() throws SQLException {
        Set<Id> missed = unplaced.missed();
        return released(missed, people.of(missed));
    }

    private Placed place(Batch batch, Map<Id, Person> known) throws SQLException {
        var events = new ArrayList<>(batch.events());
        var homeless = new ArrayList<Unplaced>();
        for (Unplaced event : batch.people().unplaced()) {
            Person person = Rows.at(known, id(batch, event));
            person.accountAt(event.time().toEpochMilli())
                    .ifPresentOrElse(
                            account -> events.add(event.at(account, person.user(event.visitor()))),
                            () -> homeless.add(event));
        }
        List<Unplaced> waiting = unplaced.add(batch, homeless);
        return new Placed(with(batch, events), waiting, homeless.size() - waiting.size());
    }

    private List<Placed> released(Set<Id> told, Map<Id, Person> known) throws SQLException {
        var ids = new LinkedHashSet<Id>();
        told.stream().map(it -> Rows.at(known, it)).filter(Person::isPlaced).forEach(it -> ids.addAll(it.ids()));
        List<Waited> waited = unplaced.take(ids);
        if (waited.isEmpty()) {
            return List.of();
        }
        List<Batch> again = waited.stream()
                .map(it -> kept.read(it.dialect(), it.source(), it.body(), Instant.ofEpochMilli(it.received())))
                .toList();
        var asked = new LinkedHashSet<Id>();
        again.forEach(batch -> batch.people().unplaced().forEach(it -> asked.add(id(batch, it))));
        Map<Id, Person> people = this.people.of(asked);
        var placed = new ArrayList<Placed>();
        for (Batch batch : again) {
            placed.add(place(batch, people));
        }
        return placed;
    }

    private static Id id(Batch batch, Unplaced event) {
        return new Id(batch.source().id().value(), event.person());
    }

    private static Batch with(Batch batch, List<Received> events) {
        return new Batch(
                batch.source(),
                batch.dialect(),
                batch.id(),
                batch.receivedAt(),
                events,
                People.NONE,
                batch.ignored(),
                batch.rejections());
    }
}
