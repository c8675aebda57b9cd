package ews.domain.metric;

import ews.domain.fact.AccountFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** Numbers that the organisation itself knows of its accounts. */
final class AttributeMetrics {

    static final List<Metric> ALL = List.of(new Metric(
            "attribute",
            "Attribute",
            Unit.NUMBER,
            "The value of an attribute of the account that is a number",
            false,
            false,
            Metric.Subject.ATTRIBUTE,
            (facts, name, window) -> number(facts, Objects.requireNonNull(name), window.last())));

    private AttributeMetrics() {}

    /** Empty where the account has no such attribute, or its value is no number. */
    static OptionalDouble number(AccountFacts facts, String name, LocalDate asOf) {
        String text = facts.attributes(asOf).get(name);
        try {
            double value = text == null ? Double.NaN : Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }
}
