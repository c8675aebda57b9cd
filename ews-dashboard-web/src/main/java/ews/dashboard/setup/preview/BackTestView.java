package ews.dashboard.setup.preview;

import ews.dashboard.view.Figures;
import ews.dashboard.view.When;
import ews.detection.past.RocArea;
import ews.detection.preview.BackTest;
import ews.detection.preview.BackTest.Missed;
import ews.domain.account.AccountId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How what counts now and what is proposed would have done on past cancellations, side by side.
 *
 * @param verdict the difference in one sentence
 */
record BackTestView(boolean judged, String verdict, List<Row> rows, List<MissedRow> missed) {

    private static final int MOST_NAMED = 100;

    /** @param meaning how it is counted */
    record Row(String what, String now, String proposed, String meaning) {}

    record MissedRow(long account, String name, String cancelled) {}

    static BackTestView of(BackTest now, BackTest proposed, Function<AccountId, String> names) {
        return new BackTestView(
                proposed.judged() > 0 || now.judged() > 0,
                verdict(now, proposed),
                List.of(
                        new Row(
                                "Cancellations caught",
                                caught(now),
                                caught(proposed),
                                "Poor health 90 to 14 days before warned of them."),
                        new Row(
                                "Days of warning",
                                warning(now),
                                warning(proposed),
                                "The median of how long before the health had become poor."),
                        new Row(
                                "False alarms",
                                alarms(now),
                                alarms(proposed),
                                "Health became poor, and the account did not cancel within 90 days."),
                        new Row(
                                "Area under the ROC curve",
                                area(now.area()),
                                area(proposed.area()),
                                "How often an account that cancels has the lower score; 0.5 is guessing, 1 is knowing."
                                        + " In brackets what chance alone makes of it (95 %)."),
                        new Row(
                                "Looks without a score",
                                Figures.whole(now.unscored()),
                                Figures.whole(proposed.unscored()),
                                "Too little data on that day.")),
                proposed.missed().stream()
                        .limit(MOST_NAMED)
                        .map(it -> missed(it, names))
                        .toList());
    }

    private static MissedRow missed(Missed it, Function<AccountId, String> names) {
        return new MissedRow(it.account().value(), names.apply(it.account()), When.day(it.cancelled()));
    }

    private static String verdict(BackTest now, BackTest proposed) {
        if (proposed.judged() == 0 && now.judged() == 0) {
            return "Nobody of these accounts cancelled in the last year, so the past says nothing about it.";
        }
        int more = proposed.caught() - now.caught();
        String caught = more == 0
                ? "It would have caught as many cancellations"
                : "It would have caught %d %s".formatted(Math.abs(more), more > 0 ? "more" : "fewer");
        int alarms = proposed.falseAlarms() - now.falseAlarms();
        String costs = alarms == 0
                ? "with as many false alarms"
                : "with %d %s false %s"
                        .formatted(
                                Math.abs(alarms),
                                alarms > 0 ? "more" : "fewer",
                                Math.abs(alarms) == 1 ? "alarm" : "alarms");
        return caught + ", " + costs + ".";
    }

    private static String caught(BackTest test) {
        return test.judged() == 0
                ? "–"
                : "%d of %d (%s)"
                        .formatted(test.caught(), test.judged(), Figures.percent(test.caught(), test.judged()));
    }

    private static String warning(BackTest test) {
        return test.daysOfWarning() == null ? "–" : Integer.toString(test.daysOfWarning());
    }

    private static String alarms(BackTest test) {
        return test.alarms() == 0 ? "0" : "%d of %d".formatted(test.falseAlarms(), test.alarms());
    }

    private static String area(@Nullable RocArea area) {
        return area == null
                ? "–"
                : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", area.area(), area.from(), area.to());
    }
}
