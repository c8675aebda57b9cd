package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.segment.Condition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/**
 * A condition as documents write it, the same for plays as for segments and rules: {@code {attribute: plan, is:
 * [enterprise]}}, or {@code {metric: seats, atLeast: 10}}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ConditionWords(
        @Nullable String attribute,
        List<String> is,
        @Nullable String metric,
        @Nullable String subject,
        @Nullable Integer days,
        @Nullable Form form,
        @Nullable Double atLeast,
        @Nullable Double atMost) {

    static ConditionWords of(Condition condition) {
        return switch (condition) {
            case Condition.Attribute(String name, List<String> values) ->
                new ConditionWords(name, values, null, null, null, null, null, null);
            case Condition.Threshold(Measurement measurement, boolean atLeast, double limit) -> {
                var words = MeasurementWords.of(measurement);
                yield new ConditionWords(
                        null,
                        List.of(),
                        words.metric(),
                        words.subject(),
                        words.days(),
                        words.form(),
                        atLeast ? limit : null,
                        atLeast ? null : limit);
            }
        };
    }

    /** @throws IllegalArgumentException if it is none */
    Condition condition() {
        if (attribute != null && metric == null) {
            return new Condition.Attribute(attribute, is);
        }
        if (metric == null || attribute != null || !is.isEmpty()) {
            throw new IllegalArgumentException("must have an attribute and is, or a metric and atLeast or atMost");
        }
        if ((atLeast == null) == (atMost == null)) {
            throw new IllegalArgumentException("must have either atLeast or atMost");
        }
        return new Condition.Threshold(
                new MeasurementWords(metric, subject, days, form).measurement(),
                atLeast != null,
                Objects.requireNonNullElse(atLeast, Objects.requireNonNullElse(atMost, 0.0)));
    }

    /** Lets a mapper write conditions like this, and read them. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    @JsonSerialize(converter = Writing.class)
    @JsonDeserialize(converter = Reading.class)
    interface Mixin {}

    static final class Writing extends StdConverter<Condition, ConditionWords> {

        @Override
        public ConditionWords convert(Condition condition) {
            return of(condition);
        }
    }

    static final class Reading extends StdConverter<ConditionWords, Condition> {

        @Override
        public Condition convert(ConditionWords words) {
            return words.condition();
        }
    }
}
