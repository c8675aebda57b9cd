package ews.dashboard.setup.profile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A button that only adds a row to the form of a profile, or leaves one out.
 *
 * @param remove the row that is to be left out
 * @param removeLimit the limit that is to be left out
 */
record RowChange(
        @Nullable String add,
        @Nullable Integer remove,
        @Nullable String addLimit,
        @Nullable Integer removeLimit) {

    /** The form with the change; empty if no such button was pressed. */
    Optional<ProfileForm> in(ProfileForm form) {
        if (add != null) {
            return Optional.of(form.withAnother());
        }
        if (remove != null) {
            return Optional.of(form.without(remove));
        }
        if (addLimit != null) {
            return Optional.of(form.withAnotherLimit());
        }
        return removeLimit == null ? Optional.empty() : Optional.of(form.withoutLimit(removeLimit));
    }
}
