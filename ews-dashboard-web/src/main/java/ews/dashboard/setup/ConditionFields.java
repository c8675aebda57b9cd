package ews.dashboard.setup;

import static ews.dashboard.setup.Fields.typed;

import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.segment.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One condition on accounts, as typed.
 *
 * @param kind {@value #ATTRIBUTE} or {@value #METRIC}; says which of the other fields count
 * @param values of the attribute, separated by commas
 * @param comparison {@value #AT_LEAST} or {@value #AT_MOST}
 */
public record ConditionFields(
        @Nullable String kind,
        @Nullable String attribute,
        @Nullable String values,
        @Nullable String metric,
        @Nullable String days,
        @Nullable String subject,
        @Nullable String form,
        @Nullable String comparison,
        @Nullable String limit) {

    public static final String ATTRIBUTE = "attribute";
    public static final String METRIC = "metric";
    static final String AT_LEAST = "least";
    static final String AT_MOST = "most";

    public static ConditionFields blank(String kind) {
        return new ConditionFields(kind, "", "", "", "28", "", Form.VALUE.name(), AT_LEAST, "");
    }

    public static ConditionFields of(Condition condition) {
        return switch (condition) {
            case Condition.Attribute(String name, List<String> values) ->
                new ConditionFields(ATTRIBUTE, name, String.join(", ", values), "", "", "", "", "", "");
            case Condition.Threshold(Measurement measurement, boolean atLeast, double limit) -> {
                var of = MeasurementFields.of(measurement);
                yield new ConditionFields(
                        METRIC,
                        "",
                        "",
                        of.metric(),
                        of.days(),
                        of.subject(),
                        of.form(),
                        atLeast ? AT_LEAST : AT_MOST,
                        typed(limit));
            }
        };
    }

    /** Of the fields that can be wrong. */
    public List<String> names() {
        return isOfMetric() ? List.of("metric", "days", "form", "subject", "limit") : List.of("attribute", "values");
    }

    public boolean isOfMetric() {
        return METRIC.equals(kind);
    }

    /** @param at the place of the fields in the form, like {@code conditions[0].} */
    public Optional<? extends Condition> read(Fields fields, String at) {
        return isOfMetric() ? threshold(fields, at) : attribute(fields, at);
    }

    private Optional<Condition.Attribute> attribute(Fields fields, String at) {
        Optional<String> name = fields.text(at + "attribute", typed(attribute), 100);
        Optional<String> typedValues = fields.text(at + "values", typed(values), 1000);
        if (name.isEmpty() || typedValues.isEmpty()) {
            return Optional.empty();
        }
        List<String> each = Arrays.stream(typedValues.get().split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (each.isEmpty()) {
            fields.wrong(at + "values", "At least one value.");
            return Optional.empty();
        }
        return Optional.of(new Condition.Attribute(name.get(), each));
    }

    private Optional<Condition.Threshold> threshold(Fields fields, String at) {
        Optional<Measurement> measurement = new MeasurementFields(metric, days, subject, form).read(fields, at);
        OptionalDouble bound = fields.number(at + "limit", typed(limit));
        return measurement.isPresent() && bound.isPresent()
                ? Optional.of(new Condition.Threshold(
                        measurement.get(), !AT_MOST.equals(typed(comparison)), bound.getAsDouble()))
                : Optional.empty();
    }
}
