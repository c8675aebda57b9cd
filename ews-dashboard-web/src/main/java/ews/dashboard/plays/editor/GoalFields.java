package ews.dashboard.plays.editor;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.dashboard.setup.MeasurementFields;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.plays.play.Due;
import ews.plays.play.Goal;
import ews.plays.play.Goal.Level;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a play is for, as typed. Without a metric it has no goal.
 *
 * @param comparison {@value #AT_LEAST} or {@value #AT_MOST}
 * @param level {@value #BEFORE} or {@value #FIXED}
 * @param value in the unit of the metric, or in percent of the level before
 * @param lasting how many days in a row
 */
record GoalFields(
        @Nullable String metric,
        @Nullable String days,
        @Nullable String subject,
        @Nullable String form,
        @Nullable String comparison,
        @Nullable String level,
        @Nullable String value,
        @Nullable String lasting,
        @Nullable String within) {

    static final String AT_LEAST = "least";
    static final String AT_MOST = "most";
    static final String BEFORE = "before";
    static final String FIXED = "fixed";

    static final GoalFields NONE = new GoalFields("", "28", "", Form.VALUE.name(), AT_LEAST, BEFORE, "100", "14", "90");

    static GoalFields of(@Nullable Goal goal) {
        if (goal == null) {
            return NONE;
        }
        var of = MeasurementFields.of(goal.measurement());
        return new GoalFields(
                of.metric(),
                of.days(),
                of.subject(),
                of.form(),
                goal.atLeast() ? AT_LEAST : AT_MOST,
                goal.level() instanceof Level.Before ? BEFORE : FIXED,
                switch (goal.level()) {
                    case Level.Before(int percent) -> Integer.toString(percent);
                    case Level.Fixed(double limit) ->
                        BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
                },
                Integer.toString(goal.days()),
                Integer.toString(goal.within()));
    }

    public boolean isNone() {
        return typed(metric).isEmpty();
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Goal> read(Fields fields) {
        Optional<Measurement> measurement = new MeasurementFields(metric, days, subject, form).read(fields, "goal.");
        Optional<Level> bound = level(fields);
        OptionalInt row = fields.whole("goal.lasting", typed(lasting), 1, Goal.LONGEST);
        OptionalInt end = fields.whole("goal.within", typed(within), row.orElse(1), Due.LATEST);
        if (measurement.filter(it -> it.form() == Form.PEERS).isPresent()) {
            fields.wrong("goal.form", "Peers change with the account: please choose another one.");
            return Optional.empty();
        }
        return measurement.isPresent() && bound.isPresent() && row.isPresent() && end.isPresent()
                ? Optional.of(new Goal(
                        measurement.get(),
                        !AT_MOST.equals(typed(comparison)),
                        bound.get(),
                        row.getAsInt(),
                        end.getAsInt()))
                : Optional.empty();
    }

    private Optional<Level> level(Fields fields) {
        if (FIXED.equals(typed(level))) {
            OptionalDouble limit = fields.number("goal.value", typed(value));
            return limit.isPresent() ? Optional.of(new Level.Fixed(limit.getAsDouble())) : Optional.empty();
        }
        OptionalInt percent = fields.whole("goal.value", typed(value), 1, Goal.MOST_PERCENT);
        return percent.isPresent() ? Optional.of(new Level.Before(percent.getAsInt())) : Optional.empty();
    }
}
