package ews.dashboard.today;

import ews.dashboard.accounts.AccountRow;
import ews.dashboard.health.HealthReports.Load;
import ews.dashboard.view.Figures;
import ews.plays.task.Task;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member sees first.
 *
 * @param everybody whether it is about all accounts, rather than those of the member
 * @param without whether they are to see their own accounts, and have none
 * @param digest how many new alerts wait in the digest
 * @param since the day before today on which they looked; {@code null} if there was none
 * @param next their next tasks that are not due yet
 * @param load the load of each CSM, for those who lead them
 */
record TodayPage(
        boolean everybody,
        boolean without,
        String summary,
        List<Line> queue,
        int digest,
        @Nullable LocalDate since,
        List<BandMoves.Move> moves,
        List<AccountRow> renewals,
        CheckInsDue checkIns,
        List<Task> next,
        List<Load> load) {

    /** An account of the queue. */
    record Line(AccountRow account, List<Reason> reasons) {}

    static String summary(Queue queue, boolean everybody) {
        return "%s, about %s"
                .formatted(
                        everybody
                                ? Figures.count(
                                        queue.items().size(), "account needs somebody", "accounts need somebody")
                                : Figures.count(queue.items().size(), "account needs you", "accounts need you"),
                        duration(queue.minutes()));
    }

    /** In minutes, or in half hours where these are easier to plan with. */
    static String duration(int minutes) {
        if (minutes < 90) {
            return minutes + " minutes";
        }
        int halves = Math.round(minutes / 30f);
        return "%d%s hours".formatted(halves / 2, halves % 2 == 0 ? "" : "½");
    }
}
