package ews.dashboard.notices;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.domain.member.Role;
import ews.plays.notice.Choice;
import ews.plays.notice.NoticeKind;
import ews.plays.notice.Preferences;
import ews.plays.notice.QuietTimes;
import ews.plays.notice.Timing;
import ews.plays.notice.Way;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a member wants to be told, as typed.
 *
 * @param fields by name: for each kind its way and its timing, the zone (empty for the organisation's), the quiet hours
 *     ({@code from}, {@code to}), whether {@code weekends} are quiet (any value), and the time of the digest
 */
record ChoicesForm(Map<String, String> fields) {

    static ChoicesForm of(Preferences preferences) {
        var fields = new HashMap<String, String>();
        for (NoticeKind kind : NoticeKind.values()) {
            fields.put(wayField(kind), preferences.choice(kind).way().name());
            fields.put(timingField(kind), preferences.choice(kind).timing().name());
        }
        QuietTimes times = preferences.times();
        fields.put("zone", preferences.ownZone() ? times.zone().getId() : "");
        fields.put("from", said(times.from()));
        fields.put("to", said(times.to()));
        fields.put("digestAt", said(times.digestAt()));
        if (times.weekends()) {
            fields.put("weekends", "on");
        }
        return new ChoicesForm(fields);
    }

    static String wayField(NoticeKind kind) {
        return "way-" + kind.name();
    }

    static String timingField(NoticeKind kind) {
        return "timing-" + kind.name();
    }

    private static String said(@Nullable LocalTime time) {
        return time == null ? "" : time.toString();
    }

    /** What was typed into a field; empty if nothing was. */
    public String value(String field) {
        return typed(fields.get(field));
    }

    private boolean weekends() {
        return fields.containsKey("weekends");
    }

    /**
     * Empty if something is wrong, which {@code errors} then tells.
     *
     * @param role of the member, which decides of what they can be told
     * @param slack whether the member can be told by Slack
     * @param usual the organisation's zone
     */
    Optional<Preferences> read(Fields errors, Role role, boolean slack, ZoneId usual) {
        var choices = new EnumMap<NoticeKind, Choice>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.of(role)) {
            Optional<Way> chosen = errors.constant(wayField(kind), Way.class, value(wayField(kind)));
            Optional<Timing> when = errors.constant(timingField(kind), Timing.class, value(timingField(kind)));
            if (chosen.isPresent() && chosen.get() == Way.SLACK && !slack) {
                errors.wrong(wayField(kind), "Enter your address in Slack first, below.");
            }
            if (chosen.isPresent() && when.isPresent()) {
                choices.put(kind, new Choice(chosen.get(), when.get()));
            }
        }
        Optional<ZoneId> own = ownZone(errors);
        LocalTime begin = errors.time("from", value("from"));
        LocalTime end = errors.time("to", value("to"));
        LocalTime digest = errors.time("digestAt", value("digestAt"));
        if (digest == null) {
            errors.wrong("digestAt", "A time of the day, like 07:30.");
        }
        if (digest == null || !errors.areRight()) {
            return Optional.empty();
        }
        try {
            var times = new QuietTimes(own.orElse(usual), begin, end, weekends(), digest);
            return Optional.of(new Preferences(choices, times, own.isPresent()));
        } catch (IllegalArgumentException e) {
            errors.wrong(begin == null ? "from" : "to", e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private Optional<ZoneId> ownZone(Fields errors) {
        String id = value("zone");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException _) {
            errors.wrong("zone", "Please choose one of the list.");
            return Optional.empty();
        }
    }
}
