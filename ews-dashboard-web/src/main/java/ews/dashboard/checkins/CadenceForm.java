package ews.dashboard.checkins;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.plays.Written;
import ews.plays.checkin.Cadences;
import ews.plays.checkin.NextCheckIn;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The cadence of one account as typed.
 *
 * @param none any value for no check-ins at all
 * @param every in days
 */
record CadenceForm(
        @Nullable String none,
        @Nullable String every,
        @Nullable String reason) {

    /**
     * What was typed, where all of it is right.
     *
     * @param every {@code null} for no check-ins
     */
    record Said(@Nullable Integer every, String reason) {}

    static CadenceForm of(NextCheckIn now) {
        return new CadenceForm(
                now.every() == null ? "on" : null,
                now.every() == null ? "" : now.every().toString(),
                now.ownReason() == null ? "" : now.ownReason());
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Said> read(Fields fields) {
        OptionalInt days = none != null
                ? OptionalInt.empty()
                : fields.whole("every", typed(every), Cadences.SHORTEST, Cadences.LONGEST);
        Optional<String> why = fields.text("reason", typed(reason), Written.LINE);
        return fields.areRight()
                ? Optional.of(new Said(days.isPresent() ? (Integer) days.getAsInt() : null, why.orElseThrow()))
                : Optional.empty();
    }
}
