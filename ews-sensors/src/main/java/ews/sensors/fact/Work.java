package ews.sensors.fact;

import ews.domain.event.Event;
import ews.domain.fact.UsageBlock;
import ews.domain.time.OrganisationDays;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Receipt;
import ews.sensors.intake.Received;
import ews.sensors.source.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The batches of one transaction, and what became of their events so far. */
final class Work {

    private static final long SECONDS_PER_DAY = 86_400;

    private final Directory directory;
    private final OrganisationDays days;
    private final Naming naming;
    private List<Placed> placed = List.of();
    private int sent;
    private Entry[] entries = {};
    private List<Entry> accepted = List.of();
    private List<Entry> counted = List.of();
    private @Nullable List<UsageGroup> usage;
    private boolean usageWaits;

    /** A change of some type, with the entry that brought it. */
    record Of<E extends Event>(Entry entry, E event) {}

    /** @param naming which has just been refreshed when it begins */
    Work(Directory directory, OrganisationDays days, Naming naming) {
        this.directory = directory;
        this.days = days;
        this.naming = naming;
    }

    /**
     * Begins with these.
     *
     * @param placed those that were sent, and behind them those that have waited for them
     * @param sent how many of them were sent now
     */
    void begin(List<Placed> placed, int sent) {
        this.placed = placed;
        this.sent = sent;
        entries = new Entry
                [placed.stream().mapToInt(it -> it.batch().events().size()).sum()];
        var keys = new EventKeys();
        int place = 0;
        for (int i = 0; i < placed.size(); i++) {
            Batch batch = placed.get(i).batch();
            int source = batch.source().id().value();
            long receivedAt = batch.receivedAt().toEpochMilli();
            int first = place;
            for (Received received : batch.events()) {
                Event.Header header = received.event().header();
                var entry = new Entry(
                        received,
                        naming.meaning(source, received.event(), received.body()),
                        batch.dialect(),
                        i,
                        place,
                        source,
                        keys.of(source, header.messageId()),
                        receivedAt,
                        directory.account(header.account(), batch.source().sample()));
                setDay(entry);
                entries[place++] = entry;
            }
            directory.recall();
            for (Entry entry : Arrays.asList(entries).subList(first, place)) {
                recall(entry);
            }
        }
    }

    private void recall(Entry entry) {
        if (entry.counts) {
            entry.recall(directory);
        }
        AccountRef account = entry.account;
        if (!account.isStored()) {
            account.seenOn(Math.min(account.firstSeen(), entry.day));
        }
    }

    /** Those that were sent now. */
    List<Placed> sent() {
        return placed.subList(0, sent);
    }

    Batch batch(Entry entry) {
        return placed.get(entry.batch).batch();
    }

    void setTime(Entry entry, long time) {
        entry.time = time;
        setDay(entry);
    }

    private void setDay(Entry entry) {
        entry.day = dayOf(entry.time);
        entry.block = Math.floorDiv(entry.day, UsageBlock.DAYS);
    }

    int dayOf(long time) {
        return Math.toIntExact(days.dayOf(Instant.ofEpochMilli(time)).toEpochDay());
    }

    Entry[] entries() {
        return entries;
    }

    /** All accounts that are named, whether or not anything comes of it. */
    Collection<AccountRef> accounts() {
        return directory.touched();
    }

    /** The days in whose partitions the events of these batches go, or will go once they are placed. */
    static Collection<LocalDate> utcDays(List<Batch> batches) {
        var days = new HashSet<LocalDate>();
        long latest = Long.MIN_VALUE;
        for (Batch batch : batches) {
            for (Received received : batch.events()) {
                long day = utcDay(received.event().header().time());
                if (day != latest) {
                    days.add(LocalDate.ofEpochDay(day));
                    latest = day;
                }
            }
            batch.people().unplaced().forEach(it -> days.add(LocalDate.ofEpochDay(utcDay(it.time()))));
        }
        return days;
    }

    private static long utcDay(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_DAY);
    }

    /** Brings the entries into the order of the log's key, in which everything is written. */
    void sort() {
        Arrays.sort(entries, Entry.IN_KEY_ORDER);
    }

    /** From now on only what is no duplicate counts. */
    void settleDuplicates() {
        accepted = Arrays.stream(entries).filter(it -> !it.duplicate).toList();
        counted = accepted.stream().allMatch(it -> it.counts)
                ? accepted
                : accepted.stream().filter(it -> it.counts).toList();
    }

    /** The events that are news, in time. */
    List<Entry> accepted() {
        return accepted;
    }

    /** Those of them on which anything depends besides the log. */
    List<Entry> counted() {
        return counted;
    }

    /** The news of one type on which anything depends, in time. */
    <E extends Event> List<Of<E>> counted(Class<E> type) {
        var found = new ArrayList<Of<E>>();
        for (Entry entry : counted) {
            if (type.isInstance(entry.event)) {
                found.add(new Of<>(entry, type.cast(entry.event)));
            }
        }
        return found;
    }

    /** The sources whose accounts wait for the end of an import before they are scored. */
    Set<Integer> imports() {
        return sent().stream()
                .map(it -> it.batch().source())
                .filter(Source::isWithoutKey)
                .map(it -> it.id().value())
                .collect(Collectors.toSet());
    }

    /** Whatever of the news goes into blocks, by account and block; to be asked for once users and features have their ids. */
    List<UsageGroup> usage() {
        if (usage == null) {
            usage = UsageGroup.of(counted);
        }
        return usage;
    }

    /** The usage of these batches is in the backlog, from which it goes into its blocks. */
    void letUsageWait() {
        usageWaits = true;
    }

    boolean usageWaits() {
        return usageWaits;
    }

    boolean isInBacklog(Entry entry) {
        return usageWaits && entry.event instanceof Event.Usage;
    }

    /** One for each batch that was sent, in their order. What waits for its account is accepted. */
    List<Receipt> receipts() {
        int[] duplicates = new int[placed.size()];
        for (Entry entry : entries) {
            duplicates[entry.batch] += entry.duplicate ? 1 : 0;
        }
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < sent; i++) {
            Placed it = placed.get(i);
            Batch batch = it.batch();
            receipts.add(new Receipt(
                    batch.id(),
                    batch.events().size() - duplicates[i] + it.waiting().size(),
                    duplicates[i] + it.repeated(),
                    batch.ignored().size(),
                    batch.rejections()));
        }
        return receipts;
    }
}
