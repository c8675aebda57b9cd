package ews.sensors.dialect;

import ews.domain.event.Event;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Judges the numbers of a draft. Sizes are checked before any arithmetic: 1e999999999 is short to write only. */
final class Numbers {

    private static final int LONGEST = 60;
    private static final int QUANTITY_DECIMALS = 6;
    private static final BigDecimal MOST_QUANTITY = new BigDecimal("1000000000");
    private static final BigDecimal MOST_MONEY = new BigDecimal("999999999999.99");
    private static final BigDecimal MOST_SEATS = new BigDecimal("100000000");
    private static final BigDecimal MOST_PROGRESS = new BigDecimal("1000000000000000");

    private Numbers() {}

    /** In millionths; one if the field is missing. */
    static long micros(Draft draft) throws Invalid {
        JsonToken token = draft.token(Field.QUANTITY);
        if (token == null) {
            return Event.MICROS;
        }
        String text = draft.text(Field.QUANTITY);
        if (token == JsonToken.VALUE_NUMBER_INT && text.length() <= 9) {
            return Long.parseLong(text) * Event.MICROS;
        }
        BigDecimal quantity = within(draft, Field.QUANTITY, MOST_QUANTITY.negate(), MOST_QUANTITY, QUANTITY_DECIMALS);
        return quantity == null
                ? Event.MICROS
                : quantity.movePointRight(QUANTITY_DECIMALS).longValueExact();
    }

    /** An amount of money, which may be negative (a credit). */
    static @Nullable BigDecimal money(Draft draft, Field field, boolean mayBeNegative) throws Invalid {
        return within(draft, field, mayBeNegative ? MOST_MONEY.negate() : BigDecimal.ZERO, MOST_MONEY, 2);
    }

    static @Nullable Integer seats(Draft draft) throws Invalid {
        BigDecimal seats = within(draft, Field.SEATS, BigDecimal.ZERO, MOST_SEATS, 0);
        return seats == null ? null : seats.intValueExact();
    }

    static BigDecimal score(Draft draft, int least, int most) throws Invalid {
        return required(
                within(draft, Field.SCORE, BigDecimal.valueOf(least), BigDecimal.valueOf(most), 2), Field.SCORE);
    }

    static @Nullable BigDecimal progress(Draft draft, Field field) throws Invalid {
        return within(draft, field, MOST_PROGRESS.negate(), MOST_PROGRESS, QUANTITY_DECIMALS);
    }

    static BigDecimal required(@Nullable BigDecimal number, Field field) throws Invalid {
        if (number == null) {
            throw Texts.missing(field);
        }
        return number;
    }

    private static @Nullable BigDecimal within(
            Draft draft, Field field, BigDecimal least, BigDecimal most, int decimals) throws Invalid {
        JsonToken token = draft.token(field);
        if (token == null) {
            return null;
        }
        if (!token.isNumeric()) {
            throw new Invalid("invalid_" + field.code(), field.wire() + " must be a number, without quotes");
        }
        BigDecimal number = parsed(draft.text(field), field);
        // The number of digits before the point, in long arithmetic, since the scale may be any int.
        boolean huge = number.signum() != 0 && (long) number.precision() - number.scale() > 20;
        if (huge || number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            throw new Invalid(
                    field.code() + "_out_of_range",
                    "%s must be from %s to %s".formatted(field.wire(), least.toPlainString(), most.toPlainString()));
        }
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (stripped.scale() > decimals) {
            throw new Invalid(
                    "invalid_" + field.code(),
                    decimals == 0
                            ? field.wire() + " must be a whole number"
                            : "%s may have at most %d decimals".formatted(field.wire(), decimals));
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal parsed(String text, Field field) throws Invalid {
        if (text.length() > LONGEST) {
            throw new Invalid("invalid_" + field.code(), field.wire() + " has more digits than any real number");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException _) {
            throw new Invalid(field.code() + "_out_of_range", field.wire() + " is too large or too small a number");
        }
    }
}
