package ews.dashboard.setup.rule;

import ews.dashboard.view.Figures;
import ews.dashboard.view.When;
import ews.detection.dryrun.Findings;
import ews.domain.account.AccountId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run has found, as it reads.
 *
 * @param followed how many alerts were followed by a cancellation, in a sentence
 * @param warned how many cancellations came after an alert, in a sentence
 */
record DryRunView(
        String now,
        String past,
        String followed,
        String warned,
        List<Match> matches,
        List<Raised> raised,
        List<Bar> bars) {

    record Match(long account, String name, String title) {}

    record Raised(long account, String name, String day, String title, String end) {}

    /** One of the past days: where its bar is in percent, how high it is in percent, and what it says. */
    record Bar(String x, String width, String y, String height, String words) {}

    static DryRunView of(Findings found, Map<AccountId, String> names) {
        return new DryRunView(
                now(found),
                past(found),
                followed(found),
                warned(found),
                found.matches().stream()
                        .map(it -> new Match(it.account().value(), names.getOrDefault(it.account(), "?"), it.title()))
                        .toList(),
                found.raised().stream()
                        .map(it -> new Raised(
                                it.account().value(),
                                names.getOrDefault(it.account(), "?"),
                                When.day(it.day()),
                                it.title(),
                                end(it.resolved(), it.cancelled())))
                        .toList(),
                bars(found));
    }

    private static String now(Findings found) {
        String undecided = found.undecided() == 0
                ? ""
                : " For %s there is too little data to say.".formatted(Figures.whole(found.undecided()));
        return "It holds for %s now.%s".formatted(Figures.count(found.matching(), "account", "accounts"), undecided);
    }

    private static String past(Findings found) {
        return found.alerts() == 0
                ? "It would have raised no alert in the past %d days."
                        .formatted(found.daily().size())
                : "It would have raised %s for %s in the past %d days."
                        .formatted(
                                Figures.count(found.alerts(), "alert", "alerts"),
                                Figures.count(found.alerted(), "account", "accounts"),
                                found.daily().size());
    }

    private static String followed(Findings found) {
        return found.judged() == 0
                ? "None of the alerts is old enough to say whether the account cancelled within 90 days."
                : "%s of %s that are old enough to tell were followed by a cancellation within 90 days."
                        .formatted(Figures.whole(found.followed()), Figures.count(found.judged(), "alert", "alerts"));
    }

    private static String warned(Findings found) {
        return found.cancelled() == 0
                ? "Nobody cancelled in these days."
                : "%s cancelled in these days; %s of them had got an alert before."
                        .formatted(
                                Figures.count(found.cancelled(), "account", "accounts"), Figures.whole(found.warned()));
    }

    private static String end(@Nullable LocalDate resolved, @Nullable LocalDate cancelled) {
        if (cancelled != null) {
            return "Cancelled on " + When.day(cancelled);
        }
        return resolved == null ? "Still open" : "Gone on " + When.day(resolved);
    }

    private static List<Bar> bars(Findings found) {
        int most = Math.max(1, found.daily().isEmpty() ? 1 : Collections.max(found.daily()));
        double width = 100.0 / found.daily().size();
        return IntStream.range(0, found.daily().size())
                .mapToObj(i -> {
                    int alerts = found.daily().get(i);
                    double height = 100.0 * alerts / most;
                    return new Bar(
                            percent(i * width + width * 0.1),
                            percent(width * 0.8),
                            percent(100 - height),
                            percent(height),
                            "%s: %s"
                                    .formatted(
                                            When.day(found.first().plusDays(i)),
                                            Figures.count(alerts, "alert", "alerts")));
                })
                .toList();
    }

    private static String percent(double value) {
        return "%.2f%%".formatted(value);
    }
}
