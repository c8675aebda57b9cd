package ews.sensors.limit;

import ews.sensors.intake.Batch;
import ews.sensors.intake.People;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Received;
import ews.sensors.intake.Rejection;
import ews.sensors.intake.Unplaced;
import ews.sensors.source.SourceLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rejects the events of a batch that are larger than its source may send; the others are taken. */
final class TooLarge {

    private final SourceLimits limits;
    private final List<Rejection> rejections;
    private final Set<Integer> places;
    private int place;

    private TooLarge(Batch batch) {
        this.limits = batch.source().limits();
        this.rejections = new ArrayList<>(batch.rejections());
        this.places = batch.rejections().stream().map(Rejection::index).collect(Collectors.toCollection(HashSet::new));
    }

    static Batch rejectedIn(Batch batch) {
        return batch.source().limits().eventKilobytes() == null ? batch : new TooLarge(batch).without(batch);
    }

    private Batch without(Batch batch) {
        List<Received> events = batch.events().stream()
                .filter(it -> isAllowed(it.event().header().messageId(), it.body()))
                .toList();
        List<Unplaced> unplaced = batch.people().unplaced().stream()
                .filter(it -> isAllowed(it.messageId(), it.body()))
                .toList();
        var people =
                new People(unplaced, batch.people().belongings(), batch.people().same());
        return new Batch(
                batch.source(),
                batch.dialect(),
                batch.id(),
                batch.receivedAt(),
                events,
                people,
                batch.ignored(),
                rejections);
    }

    private boolean isAllowed(String messageId, Raw body) {
        // What was rejected before has its place; the others follow each other in those that are left.
        while (!places.add(place)) {
            place++;
        }
        if (!limits.forbidsEvent(body.length())) {
            return true;
        }
        rejections.add(new Rejection(
                place,
                messageId,
                "event_too_large",
                "an event of this source may have at most %d KB; got %d bytes"
                        .formatted(limits.eventKilobytes(), body.length()),
                body));
        return false;
    }
}
