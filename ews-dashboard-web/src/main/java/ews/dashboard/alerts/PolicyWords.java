package ews.dashboard.alerts;

import ews.detection.alert.AlertSelection;
import ews.detection.inbox.InboxPolicy;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Why some new alerts are in the digest and not in the inbox. */
final class PolicyWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private PolicyWords() {}

    /** Empty where nothing needs to be said. */
    static String of(AlertSelection selection, InboxPolicy policy, ZonedDateTime now) {
        String quiet = policy.quietUntil(now)
                .map(it -> "Quiet hours: what is raised now reaches inboxes on %s.".formatted(MOMENT.format(it)))
                .orElse("");
        Integer budget = policy.budget();
        if (selection != AlertSelection.DIGEST || budget == null) {
            return quiet;
        }
        String limit =
                "Inboxes hold the %d new alerts of a CSM that matter most: risks first, then the largest accounts. "
                                .formatted(budget)
                        + "The others wait here, and the next one moves up when one is dealt with.";
        return quiet.isEmpty() ? limit : limit + " " + quiet;
    }
}
