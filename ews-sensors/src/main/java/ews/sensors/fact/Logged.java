package ews.sensors.fact;

import ews.domain.event.EventType;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * From which day on facts of an account can be made again, by family of events: the log has forgotten some of what came
 * before, so facts of earlier days stay as they are.
 */
record Logged(Map<EventType, LocalDate> first) {

    /**
     * @param firstSeen the first day of the account's first event
     * @param oldest the first UTC day of which the log has events; of the organisation's day, the beginning may be gone
     * @param forgotten the UTC days before which events of families may be gone
     */
    static Logged of(
            LocalDate firstSeen, LocalDate oldest, Map<EventType, LocalDate> forgotten, OrganisationDays days) {
        LocalDate begin = days.dayOf(oldest.atStartOfDay(ZoneOffset.UTC).toInstant());
        LocalDate whole = firstSeen.isBefore(begin) ? begin.plusDays(1) : begin;
        var first = new EnumMap<EventType, LocalDate>(EventType.class);
        for (EventType type : EventType.values()) {
            LocalDate before = forgotten.get(type);
            first.put(type, before == null ? whole : later(whole, firstWhole(before, days)));
        }
        return new Logged(first);
    }

    private static LocalDate firstWhole(LocalDate utcDay, OrganisationDays days) {
        var start = utcDay.atStartOfDay(ZoneOffset.UTC).toInstant();
        LocalDate day = days.dayOf(start);
        return days.startOf(day).equals(start) ? day : day.plusDays(1);
    }

    /** Of these, only the days from this one on. */
    Logged since(LocalDate day) {
        var since = new EnumMap<EventType, LocalDate>(EventType.class);
        first.forEach((type, it) -> since.put(type, later(it, day)));
        return new Logged(since);
    }

    LocalDate of(EventType type) {
        return Objects.requireNonNull(first.get(type));
    }

    boolean holds(String type, LocalDate day) {
        return !day.isBefore(of(EventType.coded(type)));
    }

    /** The first day of any family. */
    LocalDate earliest() {
        return Collections.min(first.values());
    }

    /** The first day of all families. */
    LocalDate latest() {
        return Collections.max(first.values());
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? b : a;
    }
}
