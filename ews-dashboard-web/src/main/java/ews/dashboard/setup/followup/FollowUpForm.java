package ews.dashboard.setup.followup;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.plays.followup.EscalationPolicy;
import ews.plays.run.OwnerChange;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How things are followed up, as typed. */
record FollowUpForm(
        @Nullable String remindAfter,
        @Nullable String escalateAfter,
        @Nullable String alertAfter,
        @Nullable String ownerChange) {

    static FollowUpForm of(EscalationPolicy policy, OwnerChange ownerChange) {
        return new FollowUpForm(
                Integer.toString(policy.remindAfter()),
                Integer.toString(policy.escalateAfter()),
                Integer.toString(policy.alertAfter()),
                ownerChange.name());
    }

    /** What the form says, once it is right. */
    record Details(EscalationPolicy policy, OwnerChange ownerChange) {}

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Details> read(Fields fields) {
        OptionalInt remind = whole("remindAfter", remindAfter, fields);
        OptionalInt escalate = whole("escalateAfter", escalateAfter, fields);
        OptionalInt alert = whole("alertAfter", alertAfter, fields);
        Optional<OwnerChange> change = fields.constant("ownerChange", OwnerChange.class, typed(ownerChange));
        if (remind.isPresent() && escalate.isPresent() && escalate.getAsInt() <= remind.getAsInt()) {
            fields.wrong("escalateAfter", "More days than until the reminder, so that who has it hears first.");
        }
        return fields.areRight()
                ? Optional.of(new Details(
                        new EscalationPolicy(remind.orElseThrow(), escalate.orElseThrow(), alert.orElseThrow()),
                        change.orElseThrow()))
                : Optional.empty();
    }

    private static OptionalInt whole(String field, @Nullable String value, Fields fields) {
        return fields.whole(field, typed(value), 1, EscalationPolicy.MOST_DAYS);
    }
}
