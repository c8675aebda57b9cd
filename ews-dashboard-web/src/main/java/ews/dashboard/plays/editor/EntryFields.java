package ews.dashboard.plays.editor;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.ConditionFields;
import ews.dashboard.setup.Fields;
import ews.domain.score.Band;
import ews.domain.segment.Condition;
import ews.plays.play.Entry;
import ews.plays.play.Entry.Repeat;
import ews.plays.play.Trigger;
import ews.plays.play.Trigger.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who comes into a play by itself, as typed.
 *
 * @param alerts anything if rules that suggest it start it
 * @param bands the names of the bands that start it
 * @param renewal so many days before the renewal; nothing if that does not start it; the other dates likewise
 * @param into the keys of the segments into which an account comes
 * @param only the keys of the segments to which it is limited
 * @param often the name of a {@link Often}
 */
record EntryFields(
        @Nullable String alerts,
        @Nullable List<String> bands,
        @Nullable String renewal,
        @Nullable String trialEnd,
        @Nullable String firstSeen,
        @Nullable List<String> into,
        @Nullable List<String> only,
        @Nullable List<ConditionFields> conditions,
        @Nullable String often,
        @Nullable String number) {

    /** How often it may start on the same account. */
    enum Often {
        ALWAYS("always"),
        AT_MOST("at most so many times"),
        ONCE_IN("at most once in so many days");

        private final String label;

        Often(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static EntryFields of(Entry entry) {
        Repeat repeat = entry.repeat();
        return new EntryFields(
                entry.isByAlert() ? "true" : null,
                triggers(entry, Trigger.Health.class)
                        .flatMap(it -> it.bands().stream())
                        .map(Band::name)
                        .toList(),
                days(entry, Milestone.Date.RENEWAL),
                days(entry, Milestone.Date.TRIAL_END),
                days(entry, Milestone.Date.FIRST_SEEN),
                triggers(entry, Trigger.Segment.class)
                        .map(Trigger.Segment::segment)
                        .toList(),
                entry.segments(),
                entry.conditions().stream().map(ConditionFields::of).toList(),
                (repeat.times() != null ? Often.AT_MOST : repeat.days() != null ? Often.ONCE_IN : Often.ALWAYS).name(),
                repeat.times() != null
                        ? repeat.times().toString()
                        : repeat.days() != null ? repeat.days().toString() : "");
    }

    private static <T extends Trigger> Stream<T> triggers(Entry entry, Class<T> kind) {
        return entry.triggers().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static String days(Entry entry, Milestone.Date date) {
        return triggers(entry, Milestone.class)
                .filter(it -> it.date() == date)
                .map(it -> Integer.toString(it.days()))
                .findFirst()
                .orElse("");
    }

    public boolean isByAlert() {
        return alerts != null;
    }

    public List<ConditionFields> rows() {
        return Objects.requireNonNullElse(conditions, List.of());
    }

    public boolean isInto(String segment) {
        return into != null && into.contains(segment);
    }

    public boolean isOnly(String segment) {
        return only != null && only.contains(segment);
    }

    public boolean isFor(String band) {
        return bands != null && bands.contains(band);
    }

    EntryFields with(List<ConditionFields> rows) {
        return new EntryFields(alerts, bands, renewal, trialEnd, firstSeen, into, only, rows, often, number);
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Entry> read(Fields fields, Choices choices) {
        var triggers = new ArrayList<Trigger>();
        if (isByAlert()) {
            triggers.add(new Trigger.Alert());
        }
        List<Band> wanted =
                Stream.of(Band.values()).filter(it -> isFor(it.name())).toList();
        if (!wanted.isEmpty()) {
            triggers.add(new Trigger.Health(wanted));
        }
        milestone(fields, "entry.renewal", renewal, Milestone.Date.RENEWAL).ifPresent(triggers::add);
        milestone(fields, "entry.trialEnd", trialEnd, Milestone.Date.TRIAL_END).ifPresent(triggers::add);
        milestone(fields, "entry.firstSeen", firstSeen, Milestone.Date.FIRST_SEEN)
                .ifPresent(triggers::add);
        choices.segments().stream()
                .filter(this::isInto)
                .map(Trigger.Segment::new)
                .forEach(triggers::add);
        List<Condition> read = conditions(fields);
        Optional<Repeat> repeat = repeat(fields);
        return fields.areRight()
                ? repeat.map(it -> new Entry(
                        triggers,
                        choices.segments().stream().filter(this::isOnly).toList(),
                        read,
                        it))
                : Optional.empty();
    }

    private static Optional<Trigger> milestone(Fields fields, String name, @Nullable String days, Milestone.Date date) {
        if (typed(days).isEmpty()) {
            return Optional.empty();
        }
        OptionalInt read = fields.whole(name, typed(days), 0, Milestone.LATEST);
        return read.isPresent() ? Optional.of(new Milestone(date, read.getAsInt())) : Optional.empty();
    }

    private List<Condition> conditions(Fields fields) {
        var read = new ArrayList<Condition>();
        for (int row = 0; row < rows().size(); row++) {
            rows().get(row).read(fields, "entry.conditions[%d].".formatted(row)).ifPresent(read::add);
        }
        return read;
    }

    private Optional<Repeat> repeat(Fields fields) {
        if (typed(often).isEmpty()) {
            return Optional.of(Repeat.ALWAYS);
        }
        return fields.constant("entry.often", Often.class, typed(often)).flatMap(it -> {
            if (it == Often.ALWAYS) {
                return Optional.of(Repeat.ALWAYS);
            }
            OptionalInt read = fields.whole("entry.number", typed(number), 1, Repeat.MOST);
            return read.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            it == Often.AT_MOST ? Repeat.atMost(read.getAsInt()) : Repeat.onceIn(read.getAsInt()));
        });
    }
}
