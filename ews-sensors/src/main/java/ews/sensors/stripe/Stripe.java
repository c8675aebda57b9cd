package ews.sensors.stripe;

import ews.sensors.dialect.Invalid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How Stripe writes times, amounts and texts. */
final class Stripe {

    /** In the year 5138. */
    private static final long MOST_SECONDS = 99_999_999_999L;

    private static final Set<String> WITHOUT_DECIMALS = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private Stripe() {}

    static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        String text = value.asString("").strip();
        return text.isEmpty() ? null : text;
    }

    static @Nullable String first(@Nullable JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            String text = text(candidate);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** @param value in seconds since 1970 */
    static Instant time(@Nullable JsonNode value, String name) throws Invalid {
        if (value == null || !isTime(value)) {
            throw new Invalid("missing_" + name, name + " is required, in seconds since 1970");
        }
        return Instant.ofEpochSecond(value.asLong());
    }

    /** The day in UTC of a time in seconds, as Stripe's own pages show it by default; {@code null} if there is none. */
    static @Nullable LocalDate day(@Nullable JsonNode seconds) {
        return seconds == null || !isTime(seconds)
                ? null
                : LocalDate.ofInstant(Instant.ofEpochSecond(seconds.asLong()), ZoneOffset.UTC);
    }

    /** Whether it is so many seconds that a calendar has their day. */
    private static boolean isTime(JsonNode seconds) {
        return seconds.isIntegralNumber()
                && seconds.canConvertToLong()
                && seconds.asLong() >= 0
                && seconds.asLong() <= MOST_SECONDS;
    }

    /**
     * Says an amount.
     *
     * @param amount in the smallest unit of the currency
     */
    static void say(ObjectNode event, String field, BigDecimal amount, String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        BigDecimal money = amount.movePointLeft(decimals(code)).setScale(2, RoundingMode.HALF_EVEN);
        event.put(field, money);
        event.put("currency", code);
    }

    private static int decimals(String currency) {
        return WITHOUT_DECIMALS.contains(currency) ? 0 : THREE_DECIMALS.contains(currency) ? 3 : 2;
    }
}
