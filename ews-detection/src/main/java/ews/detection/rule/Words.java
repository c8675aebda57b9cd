package ews.detection.rule;

import ews.domain.event.Money;
import ews.domain.metric.Unit;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers read in reasons and evidence. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Words() {}

    /** {@code 1 day}, {@code 28 days}. */
    static String days(long count) {
        return Unit.DAYS.say(count);
    }

    /** As pages write it: {@code 20 Nov 2026}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A whole percentage: {@code 32 %}. */
    static String percent(double share) {
        return Unit.PERCENT.say(Math.rint(share));
    }

    /** Two decimals and the currency's code: {@code 1,200.00 USD}. */
    static String money(Money money) {
        return (String.format(Locale.ROOT, "%,.2f", money.amount()) + " " + money.currency()).strip();
    }

    /** @throws IllegalArgumentException naming the parameter and its limits */
    static void check(String parameter, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("%s must be %s to %s, not %s"
                    .formatted(parameter, Unit.number(least), Unit.number(most), Unit.number(value)));
        }
    }
}
