package ews.dashboard.alerts;

import ews.dashboard.accounts.EventLine;
import ews.dashboard.discussion.Discussion;
import ews.dashboard.plays.RunLine;
import ews.detection.alert.AlertDetail;
import ews.detection.alert.SimilarAlerts.Similar;
import ews.plays.play.Play;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one alert.
 *
 * @param changes whether the viewer may do something with it
 * @param delay how long it took from the event to the alert; {@code null} if no event led to it
 * @param worse what it would mean that it gets worse; {@code null} where its condition knows no degrees
 * @param held the days on which the condition held, the latest first
 * @param events what the account's sources sent before it was raised
 * @param allEvents the address of the page with all of them
 * @param touched the indicator that it touches; {@code null} if it touches none
 * @param run of a play that was started because of it
 * @param play that can be started
 * @param evidence in how many similar accounts that has worked; {@code null} if it has not been tried on any
 */
record AlertView(
        AlertDetail detail,
        boolean snoozed,
        boolean changes,
        @Nullable String delay,
        @Nullable String worse,
        NowView now,
        Course course,
        List<Course.Held> held,
        List<EventLine> events,
        String allEvents,
        @Nullable Touched touched,
        Similar similar,
        @Nullable RunLine run,
        @Nullable Play play,
        @Nullable String evidence,
        Choices choices,
        Discussion discussion) {}
