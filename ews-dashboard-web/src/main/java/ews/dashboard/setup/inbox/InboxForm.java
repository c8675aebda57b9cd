package ews.dashboard.setup.inbox;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.detection.inbox.InboxPolicy;
import ews.detection.inbox.QuietHours;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policy as typed.
 *
 * @param budget empty for no limit
 * @param weekends any value if weekends are quiet
 */
record InboxForm(
        @Nullable String budget,
        @Nullable String from,
        @Nullable String to,
        @Nullable String weekends) {

    static InboxForm of(InboxPolicy policy) {
        QuietHours quiet = policy.quietHours();
        return new InboxForm(
                said(policy.budget()),
                quiet == null ? "" : said(quiet.from()),
                quiet == null ? "" : said(quiet.to()),
                quiet != null && quiet.weekends() ? "on" : null);
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<InboxPolicy> read(Fields fields) {
        Integer most = typed(budget).isEmpty()
                ? null
                : (Integer) fields.whole("budget", typed(budget), 1, InboxPolicy.MOST)
                        .orElse(1);
        LocalTime begin = fields.time("from", typed(from));
        LocalTime end = fields.time("to", typed(to));
        if (!fields.areRight()) {
            return Optional.empty();
        }
        try {
            boolean none = begin == null && end == null && weekends == null;
            return Optional.of(new InboxPolicy(most, none ? null : new QuietHours(begin, end, weekends != null)));
        } catch (IllegalArgumentException e) {
            fields.wrong(begin == null ? "from" : "to", e.getMessage() + ".");
            return Optional.empty();
        }
    }
}
