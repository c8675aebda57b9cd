package ews.dashboard.followup;

import ews.detection.alert.UnattendedAlerts.Unattended;
import ews.plays.followup.Gap;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that nobody follows up, as the page shows it.
 *
 * @param href where somebody does something about it
 */
record GapLine(
        String title,
        String href,
        String accountName,
        String accountHref,
        @Nullable String why,
        @Nullable LocalDate since) {

    static GapLine of(Gap gap) {
        String account = "/accounts/" + gap.account();
        String href = switch (gap.kind()) {
            case RUN -> "/runs/" + gap.id();
            case TASK -> "/tasks/" + gap.id();
            case ACCOUNT -> account;
        };
        String title = gap.title() == null ? gap.accountName() : gap.title();
        return new GapLine(title, href, gap.accountName(), account, gap.why(), gap.since());
    }

    static GapLine of(Unattended alert) {
        return new GapLine(
                alert.title(),
                "/alerts/" + alert.alert(),
                alert.accountName(),
                "/accounts/" + alert.account(),
                null,
                alert.since());
    }
}
