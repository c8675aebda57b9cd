package ews.sensors.fact;

import ews.domain.fact.UsageAddition;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Several packs of usage, put together by account and block. */
final class BacklogRound {

    private final PriorityQueue<UsagePack.Reader> readers = new PriorityQueue<>(
            Comparator.comparingLong(UsagePack.Reader::account).thenComparingInt(UsagePack.Reader::block));

    private Place place = Place.BEGIN;

    /** What was added already: that of all accounts and blocks up to here. */
    record Place(long account, int block) {

        /** Ids of accounts begin with 1. */
        static final Place BEGIN = new Place(0, 0);
    }

    /** What goes into one block. */
    record Usage(ScoringMark mark, int block, List<ByteBuffer> events) implements BlockUsage {

        @Override
        public long account() {
            return mark.account();
        }

        @Override
        public void addTo(UsageAddition addition) {
            events.forEach(it -> UsagePack.addTo(addition, it));
        }
    }

    /** Begins after that place. */
    BacklogRound(List<byte[]> packs, Place after) {
        for (byte[] pack : packs) {
            var reader = new UsagePack.Reader(pack);
            if (reader.next()) {
                readers.add(reader);
            }
        }
        while (!readers.isEmpty() && !isAfter(readers.element(), after)) {
            advance(readers.remove());
        }
        place = after;
    }

    private static boolean isAfter(UsagePack.Reader reader, Place place) {
        return reader.account() != place.account ? reader.account() > place.account : reader.block() > place.block;
    }

    Place place() {
        return place;
    }

    boolean isOver() {
        return readers.isEmpty();
    }

    /** What goes into the next blocks, so many at most. */
    List<Usage> next(int most) {
        var usages = new ArrayList<Usage>();
        while (usages.size() < most && !readers.isEmpty()) {
            usages.add(next());
        }
        return usages;
    }

    private Usage next() {
        UsagePack.Reader first = readers.remove();
        place = new Place(first.account(), first.block());
        ScoringMark mark = first.mark();
        var events = new ArrayList<ByteBuffer>();
        events.add(first.events());
        advance(first);
        while (!readers.isEmpty() && !isAfter(readers.element(), place)) {
            UsagePack.Reader more = readers.remove();
            mark = mark.and(more.mark());
            events.add(more.events());
            advance(more);
        }
        return new Usage(mark, place.block, events);
    }

    private void advance(UsagePack.Reader reader) {
        if (reader.next()) {
            readers.add(reader);
        }
    }
}
