package ews.dashboard.plans;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the day by which something of a plan is to be done: nobody is spared from saying one. */
final class PlanDay {

    private PlanDay() {}

    static Optional<LocalDate> read(String field, @Nullable String text, Fields fields) {
        if (typed(text).isEmpty()) {
            fields.wrong(field, "Please say by which day.");
            return Optional.empty();
        }
        return fields.day(field, typed(text), LocalDate.EPOCH);
    }
}
