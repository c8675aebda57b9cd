package ews.dashboard.accounts;

import ews.dashboard.discussion.Discussion;
import ews.dashboard.plays.RunLine;
import ews.dashboard.view.Trend;
import ews.detection.alert.Alert;
import ews.domain.fact.FeedbackGiven;
import ews.domain.fact.OutcomeProgress;
import ews.domain.fact.Ticket;
import ews.plays.task.Task;
import ews.plays.touchpoint.Touchpoint;
import ews.plays.watchlist.WatchListEntry;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one account, as of a day.
 *
 * @param since the day with which the score is compared
 * @param past whether the day is not today: then nothing can be changed
 * @param changes whether the viewer may change the account
 * @param suggestion what to do about it; {@code null} if nothing suggests itself
 * @param people at most {@value #MOST_PEOPLE} of {@code peopleCount}
 */
public record AccountPage(
        AccountHead head,
        LocalDate asOf,
        LocalDate since,
        boolean past,
        boolean changes,
        ScoreView score,
        Trend timeline,
        @Nullable Suggestion suggestion,
        List<Alert> alerts,
        List<RunLine> runs,
        List<Task> tasks,
        List<WatchListEntry> watchLists,
        List<Touchpoint> touchpoints,
        Discussion discussion,
        List<Happenings.Happening> happenings,
        List<Ticket> tickets,
        List<InvoiceLine> invoices,
        List<FeedbackGiven> feedback,
        List<OutcomeProgress> outcomes,
        List<People.Person> people,
        int peopleCount) {

    static final int MOST_PEOPLE = 25;

    /**
     * The play that fits an open alert, or the run that it has started.
     *
     * @param alert the id of the alert
     * @param run the id of its run; {@code null} if the play is still to be started
     * @param evidence in how many similar accounts the play has worked; {@code null} if it has not been tried on any
     */
    public record Suggestion(
            long alert,
            String why,
            String playKey,
            String playName,
            @Nullable Long run,
            @Nullable String evidence) {}
}
