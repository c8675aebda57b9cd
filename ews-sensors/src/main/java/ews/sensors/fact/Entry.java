package ews.sensors.fact;

import ews.domain.event.Event;
import ews.domain.event.EventType;
import ews.domain.fact.UsageBlock;
import ews.sensors.fact.AccountRef.Teller;
import ews.sensors.intake.Dialect;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Received;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** An event on its way into the database, with what becomes known of it step by step. Times are milliseconds. */
final class Entry {

    /** The order of the log's primary key; of equal ones the first to come is first. */
    static final Comparator<Entry> IN_KEY_ORDER = (a, b) -> {
        int order = Long.compare(a.time, b.time);
        order = order != 0 ? order : Long.compare(a.account.id, b.account.id);
        order = order != 0 ? order : Integer.compare(a.source, b.source);
        order = order != 0 ? order : Long.compare(a.key, b.key);
        return order != 0 ? order : Integer.compare(a.place, b.place);
    };

    /** What it means by the rules of its source. */
    final Event event;
    /** What its source calls it, if it is use of a feature there. */
    final @Nullable String name;
    /** Whether anything depends on it, besides the log. */
    final boolean counts;

    final Raw body;
    final Dialect dialect;
    final int batch;
    /** In the order of receipt. */
    final int place;

    final int source;
    final long key;
    final long received;
    final AccountRef account;
    /** Whether the source's time is known; otherwise the time is that of the first receipt. */
    final boolean timed;

    long time;
    /** The organisation's day of the time, since 1970. */
    int day;
    /** The {@link UsageBlock} of the day. */
    int block;

    boolean duplicate;

    @Nullable
    UserRef user;

    @Nullable
    FeatureRef feature;

    /** The day on which the account used the feature first. */
    int firstUse = AccountRef.NEVER;
    /** When it was noted last that its source tells of the account with events of its type. */
    int lastNoted = AccountRef.NOT_YET;

    /** @param meaning {@code null} if nothing depends on it */
    Entry(
            Received received,
            @Nullable Event meaning,
            Dialect dialect,
            int batch,
            int place,
            int source,
            long key,
            long receivedAt,
            AccountRef account) {
        this.event = meaning == null ? received.event() : meaning;
        this.name = received.event() instanceof Event.Usage usage ? usage.feature() : null;
        this.counts = meaning != null;
        this.body = received.body();
        this.timed = received.timed();
        this.dialect = dialect;
        this.batch = batch;
        this.place = place;
        this.source = source;
        this.key = key;
        this.received = receivedAt;
        this.account = account;
        this.time = event.header().time().toEpochMilli();
    }

    /** Its type as its source sent it, whatever it counts as. */
    EventType sentAs() {
        return name == null ? EventType.of(event) : EventType.USAGE;
    }

    boolean repeats(Entry other) {
        return time == other.time && account == other.account && source == other.source && key == other.key;
    }

    /**
     * Looks up what is remembered of it. All at once, since of very many accounts what is remembered of each lies elsewhere in
     * the memory, and fetching it from there is most of the work.
     */
    void recall(Directory directory) {
        String key = userKey();
        user = key == null ? null : account.user(key);
        if (event instanceof Event.Usage usage) {
            feature = directory.feature(usage.feature());
            firstUse = account.firstUse(feature.id);
        }
        lastNoted = account.lastNoted(teller());
    }

    Teller teller() {
        return new Teller(source, EventType.of(event));
    }

    /** Whether somebody who used the product before has used again what the account used before. */
    boolean isRoutine() {
        return firstUse < day && (user == null || user.firstUsed < day);
    }

    long accountId() {
        return account.id;
    }

    /** The user whom the event names, or {@code null}. */
    @Nullable
    String userKey() {
        return userKeyOf(event);
    }

    static @Nullable String userKeyOf(Event event) {
        return switch (event) {
            case Event.Usage usage -> usage.user();
            case Event.Feedback feedback -> feedback.user();
            case Event.UserAttributes user -> user.user();
            case Event.Support _, Event.Invoice _, Event.Subscription _, Event.Outcome _, Event.AccountAttributes _ ->
                null;
        };
    }

    @Nullable
    Long userId() {
        return user == null ? null : Long.valueOf(user.id);
    }
}
