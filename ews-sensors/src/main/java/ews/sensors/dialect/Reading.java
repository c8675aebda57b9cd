package ews.sensors.dialect;

import ews.domain.event.Event;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Belonging;
import ews.sensors.intake.Dialect;
import ews.sensors.intake.People;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Received;
import ews.sensors.intake.Rejection;
import ews.sensors.intake.SamePerson;
import ews.sensors.intake.Unplaced;
import ews.sensors.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been read of a body so far. */
public final class Reading {

    private final Instant receivedAt;
    private final List<Received> events = new ArrayList<>();
    private final List<Unplaced> unplaced = new ArrayList<>();
    private final List<Belonging> belongings = new ArrayList<>();
    private final List<SamePerson> same = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    /** @param receivedAt to the millisecond */
    public Reading(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** How many events were read. */
    public int size() {
        return events.size() + unplaced.size() + ignored.size() + rejections.size();
    }

    public void add(Event event, boolean timed, Raw body) {
        events.add(new Received(event, timed, body));
    }

    public void add(Unplaced event) {
        unplaced.add(event);
    }

    public void add(Belonging belonging) {
        belongings.add(belonging);
    }

    public void add(SamePerson one) {
        same.add(one);
    }

    /** @param name of what nothing depends on, as the source calls it */
    public void ignore(String name) {
        ignored.add(name);
    }

    /** @param index the event's place in the body, from 0 */
    public void reject(int index, @Nullable String messageId, Invalid invalid, Raw body) {
        rejections.add(new Rejection(
                index, messageId, invalid.code(), invalid.detail(), body.first(BatchReader.LONGEST_EVENT)));
    }

    public Batch batch(Source source, Dialect dialect, @Nullable String id) {
        var people = new People(unplaced, belongings, same);
        return new Batch(source, dialect, id, receivedAt, events, people, ignored, rejections);
    }
}
