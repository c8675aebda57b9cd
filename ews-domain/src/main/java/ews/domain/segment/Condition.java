package ews.domain.segment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ews.domain.fact.AccountFacts;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One test of an account, by its attributes, its subscription or a metric. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.Attribute.class, name = "attribute"),
    @JsonSubTypes.Type(value = Condition.Threshold.class, name = "threshold")
})
public sealed interface Condition {

    boolean holds(AccountFacts facts, LocalDate asOf);

    /** How many days of usage it reads, the day itself included; none if it is not about usage. */
    int usageDays();

    /** In words, as it reads in a sentence: {@code plan is enterprise or business}. */
    String text();

    /**
     * The attribute has one of these values, whatever the case. {@code status} and {@code plan} come from the
     * subscription where it reports them.
     */
    record Attribute(String name, List<String> values) implements Condition {

        public Attribute {
            if (name.isBlank() || values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("A condition on an attribute needs a name and at least one value");
            }
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(AccountFacts facts, LocalDate asOf) {
            String value = valueOf(facts, asOf);
            for (String wanted : values) {
                if (wanted.equalsIgnoreCase(value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public int usageDays() {
            return 0;
        }

        private @Nullable String valueOf(AccountFacts facts, LocalDate asOf) {
            String reported = null;
            if (name.equalsIgnoreCase("status")) {
                reported =
                        facts.subscription(asOf).map(it -> it.status().code()).orElse(null);
            } else if (name.equalsIgnoreCase("plan")) {
                reported = facts.subscription(asOf).map(it -> it.plan()).orElse(null);
            }
            return reported != null ? reported : facts.attributes(asOf).get(name);
        }

        @Override
        public String text() {
            return name + " is " + String.join(" or ", values);
        }
    }

    /** A metric is at least or at most a limit; a metric without data does not hold. */
    record Threshold(Measurement measurement, boolean atLeast, double limit) implements Condition {

        public Threshold {
            if (measurement.form() == Form.PEERS) {
                throw new IllegalArgumentException(
                        "A segment decides who the peers are, so none can depend on %s".formatted(measurement.label()));
            }
        }

        @Override
        public boolean holds(AccountFacts facts, LocalDate asOf) {
            OptionalDouble value = measurement.measure(facts, asOf);
            return value.isPresent() && (atLeast ? value.getAsDouble() >= limit : value.getAsDouble() <= limit);
        }

        @Override
        public int usageDays() {
            return measurement.usageDays();
        }

        @Override
        public String text() {
            return measurement.limited(atLeast, limit);
        }
    }
}
