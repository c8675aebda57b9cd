package ews.dashboard.setup.segment;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.ConditionFields;
import ews.dashboard.setup.Fields;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A segment as typed.
 *
 * @param before the id of the segment that a new one comes before; by default the last one
 * @param profile where a new one gets its profile from, see {@link ProfileSource}
 */
record SegmentForm(
        @Nullable String name,
        @Nullable List<ConditionFields> conditions,
        @Nullable String before,
        @Nullable String profile) {

    private static final int MOST = 10;

    static final SegmentForm BLANK =
            new SegmentForm("", List.of(ConditionFields.blank(ConditionFields.ATTRIBUTE)), "", "");

    static SegmentForm of(Segment segment) {
        return of(segment, "", "");
    }

    static SegmentForm of(Segment segment, String before, String profile) {
        return new SegmentForm(
                segment.name(),
                segment.conditions().stream().map(ConditionFields::of).toList(),
                before,
                profile);
    }

    /** What the form says, once it is right. */
    record Details(String name, List<Condition> conditions) {}

    public List<ConditionFields> rows() {
        return conditions == null ? List.of() : conditions;
    }

    SegmentForm withAnother(String kind) {
        return with(Stream.concat(rows().stream(), Stream.of(ConditionFields.blank(kind)))
                .limit(MOST)
                .toList());
    }

    SegmentForm without(int row) {
        var left = new ArrayList<>(rows());
        if (row >= 0 && row < left.size()) {
            left.remove(row);
        }
        return with(left);
    }

    private SegmentForm with(List<ConditionFields> rows) {
        return new SegmentForm(name, rows, before, profile);
    }

    /**
     * Empty if something is wrong, which {@code fields} then tells.
     *
     * @param takesTheRest whether it is the last segment, the one without conditions
     */
    Optional<Details> read(Fields fields, boolean takesTheRest) {
        Optional<String> title = fields.text("name", typed(name), 60);
        List<Condition> read = readConditions(fields, takesTheRest);
        return fields.areRight() ? Optional.of(new Details(title.orElseThrow(), read)) : Optional.empty();
    }

    /** As far as they are right; {@code fields} tells what is wrong with the others. */
    List<Condition> readConditions(Fields fields, boolean takesTheRest) {
        var read = new ArrayList<Condition>();
        for (int i = 0; i < rows().size(); i++) {
            rows().get(i).read(fields, "conditions[%d].".formatted(i)).ifPresent(read::add);
        }
        if (rows().size() > MOST) {
            fields.wrong("conditions", "At most %d conditions.".formatted(MOST));
        }
        if (takesTheRest && !rows().isEmpty()) {
            fields.wrong("conditions", "The last segment takes everybody else, so it has no conditions.");
        }
        if (!takesTheRest && rows().isEmpty()) {
            fields.wrong("conditions", "At least one condition, or it would take every account.");
        }
        return List.copyOf(read);
    }
}
