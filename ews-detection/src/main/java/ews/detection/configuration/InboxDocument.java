package ews.detection.configuration;

import ews.detection.inbox.InboxPolicy;
import ews.detection.inbox.QuietHours;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How new alerts reach people, in a document; without a budget there is no limit. */
final class InboxDocument {

    private static final String BUDGET = "budget";
    private static final String QUIET_HOURS = "quietHours";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String WEEKENDS = "weekends";

    private InboxDocument() {}

    static ObjectNode write(InboxPolicy policy) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (policy.budget() != null) {
            node.put(BUDGET, policy.budget());
        }
        QuietHours quiet = policy.quietHours();
        if (quiet != null) {
            ObjectNode hours = node.putObject(QUIET_HOURS);
            if (quiet.from() != null && quiet.to() != null) {
                hours.put(FROM, quiet.from().toString()).put(TO, quiet.to().toString());
            }
            hours.put(WEEKENDS, quiet.weekends());
        }
        return node;
    }

    static Optional<InboxPolicy> read(Place place) {
        place.only(BUDGET, QUIET_HOURS);
        int before = place.problems().size();
        Integer budget = place.has(BUDGET)
                ? (Integer) place.whole(BUDGET, 1, InboxPolicy.MOST).orElse(1)
                : null;
        QuietHours quiet =
                place.has(QUIET_HOURS) ? quietHours(place.field(QUIET_HOURS)).orElse(null) : null;
        return place.problems().size() == before ? Optional.of(new InboxPolicy(budget, quiet)) : Optional.empty();
    }

    private static Optional<QuietHours> quietHours(Place place) {
        place.only(FROM, TO, WEEKENDS);
        int before = place.problems().size();
        LocalTime from = time(place, FROM);
        LocalTime to = time(place, TO);
        boolean weekends = place.has(WEEKENDS) && place.truth(WEEKENDS).orElse(false);
        return place.problems().size() == before
                ? place.make(null, () -> new QuietHours(from, to, weekends))
                : Optional.empty();
    }

    private static @Nullable LocalTime time(Place place, String field) {
        if (!place.has(field)) {
            return null;
        }
        try {
            return LocalTime.parse(place.node().path(field).asString(""));
        } catch (DateTimeParseException _) {
            place.wrong(field, "must be a time of the day in quotes, like \"07:30\"");
            return null;
        }
    }

    /** What would change, in sentences. */
    static List<String> changes(InboxPolicy before, InboxPolicy after) {
        var changes = new ArrayList<String>();
        if (!Objects.equals(before.budget(), after.budget())) {
            changes.add("At most %s new alerts at once in the inbox of a CSM, it was %s"
                    .formatted(said(after.budget()), said(before.budget())));
        }
        if (!Objects.equals(before.quietHours(), after.quietHours())) {
            changes.add("Quiet hours: %s, it was: %s".formatted(said(after.quietHours()), said(before.quietHours())));
        }
        return changes;
    }

    private static String said(@Nullable Integer budget) {
        return budget == null ? "any number of" : budget.toString();
    }

    private static String said(@Nullable QuietHours quiet) {
        if (quiet == null) {
            return "none";
        }
        String hours = quiet.from() == null ? "" : "from %s to %s".formatted(quiet.from(), quiet.to());
        String weekends = quiet.weekends() ? "Saturday and Sunday" : "";
        return hours.isEmpty() || weekends.isEmpty() ? hours + weekends : hours + ", and " + weekends;
    }
}
