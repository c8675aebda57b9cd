package ews.sensors.fact;

import ews.domain.fact.UsageAddition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Several packs of usage, put together by account and block. All packs go side by side through a span of accounts at a time,
 * which costs less than to look for the next one of all for each group of events, since packs may be thousands.
 */
final class BacklogRound {

    private static final Comparator<Place> IN_ORDER =
            Comparator.comparingLong(Place::account).thenComparingInt(Place::block);

    private final List<UsagePack.Reader> readers = new ArrayList<>();
    /** Of the span that the readers have gone through, in order. */
    private final Queue<Usage> together = new ArrayDeque<>();

    private final int span;
    private Place place;

    /** What was added already: that of all accounts and blocks up to here. */
    record Place(long account, int block) {

        /** Ids of accounts begin with 1. */
        static final Place BEGIN = new Place(0, 0);

        private static Place of(UsagePack.Reader reader) {
            return new Place(reader.account(), reader.block());
        }
    }

    /** What goes into one block. */
    static final class Usage implements BlockUsage {

        private final Place place;
        private final UsagePack.Events events = new UsagePack.Events();
        private ScoringMark mark;

        private Usage(Place place, ScoringMark mark) {
            this.place = place;
            this.mark = mark;
        }

        private void add(UsagePack.Reader reader) {
            mark = mark.and(reader.mark());
            events.add(reader);
        }

        ScoringMark mark() {
            return mark;
        }

        @Override
        public long account() {
            return place.account;
        }

        @Override
        public int block() {
            return place.block;
        }

        @Override
        public void addTo(UsageAddition addition) {
            events.addTo(addition);
        }
    }

    /**
     * Begins after that place.
     *
     * @param span of ids of accounts: many, since going through all packs takes its time, but not so many that what they need
     *     is more than the fast memory holds
     */
    BacklogRound(List<byte[]> packs, Place after, int span) {
        this.span = span;
        this.place = after;
        for (byte[] pack : packs) {
            var reader = new UsagePack.Reader(pack);
            while (!reader.isOver() && IN_ORDER.compare(Place.of(reader), after) <= 0) {
                reader.next();
            }
            readers.add(reader);
        }
        goOn();
    }

    Place place() {
        return place;
    }

    boolean isOver() {
        return together.isEmpty();
    }

    /** What goes into the next blocks, so many at most; there are some. */
    List<Usage> next(int most) {
        var usages = new ArrayList<Usage>();
        while (usages.size() < most && !isOver()) {
            usages.add(together.remove());
            goOn();
        }
        place = usages.getLast().place;
        return usages;
    }

    /** To the next span where there is any, if the last one is done. */
    private void goOn() {
        if (together.isEmpty()) {
            readers.removeIf(UsagePack.Reader::isOver);
            readers.stream().mapToLong(UsagePack.Reader::account).min().ifPresent(it -> putTogether(it + span));
        }
    }

    /** What goes to accounts before that id. */
    private void putTogether(long end) {
        Map<Place, Usage> usages = new HashMap<>();
        for (UsagePack.Reader reader : readers) {
            for (; !reader.isOver() && reader.account() < end; reader.next()) {
                usages.computeIfAbsent(Place.of(reader), it -> new Usage(it, reader.mark()))
                        .add(reader);
            }
        }
        usages.values().stream()
                .sorted(Comparator.comparing(it -> it.place, IN_ORDER))
                .forEach(together::add);
    }
}
