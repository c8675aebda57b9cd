package ews.dashboard.setup.holiday;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.dashboard.view.When;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An own day as typed. */
record HolidayForm(@Nullable String day, @Nullable String name) {

    static final HolidayForm BLANK = new HolidayForm("", "");

    private static final int LONGEST_NAME = 100;
    private static final int YEARS_AHEAD = 10;

    /** What the form says, once it is right. */
    record Details(LocalDate day, String name) {}

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Details> read(Fields fields, LocalDate today) {
        if (typed(day).isEmpty()) {
            fields.wrong("day", "Please choose a day.");
        }
        LocalDate chosen = fields.day("day", typed(day), today).orElse(today);
        LocalDate first = today.withDayOfYear(1);
        LocalDate end = first.plusYears(YEARS_AHEAD + 1);
        if (chosen.isBefore(first) || !chosen.isBefore(end)) {
            fields.wrong("day", "A day from %s to %s.".formatted(When.day(first), When.day(end.minusDays(1))));
        }
        Optional<String> title = fields.text("name", typed(name), LONGEST_NAME);
        return fields.areRight() ? Optional.of(new Details(chosen, title.orElseThrow())) : Optional.empty();
    }
}
