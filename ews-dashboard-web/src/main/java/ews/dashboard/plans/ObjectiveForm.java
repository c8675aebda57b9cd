package ews.dashboard.plans;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.dashboard.setup.MeasurementFields;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.plays.Written;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An objective as typed.
 *
 * @param days the window of the metric; counts only where the metric has one
 * @param comparison {@code least} or {@code most}
 * @param by the day by which it is to be met
 */
record ObjectiveForm(
        @Nullable String title,
        @Nullable String metric,
        @Nullable String days,
        @Nullable String subject,
        @Nullable String comparison,
        @Nullable String target,
        @Nullable String by) {

    /** How long an objective usually takes. */
    private static final int USUAL_DAYS = 90;

    /** What was typed, where all of it is right. */
    record Said(String title, Measurement measurement, boolean atLeast, double target, LocalDate by) {}

    static ObjectiveForm blank(LocalDate today) {
        return new ObjectiveForm(
                "", "", "28", "", "least", "", today.plusDays(USUAL_DAYS).toString());
    }

    /** One that would make a weakness good again. */
    static ObjectiveForm of(Weakness weakness, LocalDate today) {
        MeasurementFields measured = MeasurementFields.of(weakness.measurement());
        return new ObjectiveForm(
                "",
                measured.metric(),
                measured.days(),
                measured.subject(),
                weakness.atLeast() ? "least" : "most",
                Fields.typed(weakness.goodAt()),
                today.plusDays(USUAL_DAYS).toString());
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Said> read(Fields fields) {
        Optional<String> words = fields.text("title", typed(title), Written.LINE);
        Optional<Measurement> measured =
                new MeasurementFields(metric, days, subject, Form.VALUE.name()).read(fields, "");
        OptionalDouble value = fields.number("target", typed(target));
        Optional<LocalDate> day = PlanDay.read("by", by, fields);
        return fields.areRight() && words.isPresent() && measured.isPresent() && value.isPresent() && day.isPresent()
                ? Optional.of(new Said(
                        words.get(), measured.get(), !typed(comparison).equals("most"), value.getAsDouble(), day.get()))
                : Optional.empty();
    }
}
