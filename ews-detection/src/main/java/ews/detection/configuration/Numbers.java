package ews.detection.configuration;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Numbers as people write them: {@code 40} rather than {@code 40.0}, and never {@code 1.0E7}. */
final class Numbers {

    private static final double EXACT = 1e15;

    private Numbers() {}

    static JsonNode of(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT
                ? JsonNodeFactory.instance.numberNode((long) value)
                : JsonNodeFactory.instance.numberNode(
                        new BigDecimal(new BigDecimal(Double.toString(value)).toPlainString()));
    }
}
