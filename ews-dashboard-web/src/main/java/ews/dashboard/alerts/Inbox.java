package ews.dashboard.alerts;

import ews.dashboard.view.Address;
import ews.dashboard.view.Avatar;
import ews.dashboard.view.When;
import ews.dashboard.view.Whose;
import ews.detection.alert.Alert;
import ews.detection.alert.AlertCounts;
import ews.detection.alert.AlertPage;
import ews.detection.alert.AlertSelection;
import ews.detection.alert.AlertStatus;
import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Alerts of one selection, grouped by account; accounts with a risk come first.
 *
 * @param older the address of the next page; {@code null} on the last one
 */
record Inbox(
        List<Tab> tabs,
        AlertSelection selection,
        List<Group> groups,
        @Nullable String older,
        String here) {

    /** A selection, and how many alerts it holds; of very many, no more than that. */
    record Tab(String label, String count, String href, boolean current) {}

    record Group(
            long account,
            String name,
            Avatar avatar,
            @Nullable String csm,
            List<Line> alerts) {}

    /**
     * @param state what has become of it, where that is not what the selection says
     * @param changes whether this viewer may do something with it
     * @param waits whether it waits for somebody to say that they have seen it
     */
    record Line(
            long id,
            String title,
            String rule,
            String nature,
            String css,
            String age,
            String state,
            boolean changes,
            boolean waits) {}

    /** Whether this viewer may do something with any of them. */
    public boolean changes() {
        return groups.stream().flatMap(group -> group.alerts().stream()).anyMatch(Line::changes);
    }

    private static final String CLOSES = "It closes by itself when the rule no longer holds, or close it.";

    static final List<AlertSelection> TABS = List.of(
            AlertSelection.NEW,
            AlertSelection.BACK_AGAIN,
            AlertSelection.DIGEST,
            AlertSelection.ACKNOWLEDGED,
            AlertSelection.IN_PLAY,
            AlertSelection.SNOOZED,
            AlertSelection.ENDED);

    static Inbox of(
            AlertSelection selection,
            Map<AlertSelection, Integer> counts,
            AlertPage page,
            Whose whose,
            Predicate<Alert> mayChange,
            When when,
            OrganisationDays days) {
        Address address = new Address("/alerts", Map.of("member", whose.code()));
        Address here = address.with("tab", selection.code());
        return new Inbox(
                TABS.stream()
                        .map(tab -> new Tab(
                                tab.label(),
                                count(counts.getOrDefault(tab, 0)),
                                address.with("tab", tab.code()).toString(),
                                tab == selection))
                        .toList(),
                selection,
                groups(page.alerts(), mayChange, when, days),
                page.next() == null
                        ? null
                        : here.with("after", page.next().toString()).toString(),
                here.toString());
    }

    private static String count(int count) {
        return count >= AlertCounts.MOST_ENDED ? count + "+" : Integer.toString(count);
    }

    private static List<Group> groups(
            List<Alert> alerts, Predicate<Alert> mayChange, When when, OrganisationDays days) {
        var byAccount = new LinkedHashMap<AccountId, List<Alert>>();
        alerts.stream()
                .sorted(Comparator.comparing(Alert::nature))
                .forEach(alert -> byAccount
                        .computeIfAbsent(alert.account(), _ -> new ArrayList<>())
                        .add(alert));
        return byAccount.values().stream()
                .map(ofOne -> {
                    Alert first = ofOne.getFirst();
                    return new Group(
                            first.account().value(),
                            first.accountName(),
                            Avatar.of(first.accountName()),
                            first.csmName(),
                            ofOne.stream()
                                    .map(alert -> line(alert, mayChange.test(alert), when, days))
                                    .toList());
                })
                .toList();
    }

    private static Line line(Alert alert, boolean mayChange, When when, OrganisationDays days) {
        return new Line(
                alert.id().value(),
                alert.title(),
                alert.ruleName(),
                alert.nature().label(),
                alert.nature().code().equals("risk") ? "poor" : "good",
                when.moment(alert.raisedAt()),
                state(alert, when, days),
                mayChange && !alert.status().isEnded(),
                mayChange && waits(alert, days));
    }

    private static boolean waits(Alert alert, OrganisationDays days) {
        boolean back = alert.status() == AlertStatus.ACKNOWLEDGED && alert.snoozedUntil() != null;
        return (alert.status() == AlertStatus.OPEN || back) && !alert.isSnoozed(days.today());
    }

    private static String state(Alert alert, When when, OrganisationDays days) {
        if (alert.endedAt() != null) {
            String reason = alert.closedReason() == null
                    ? alert.status().label()
                    : "Closed: " + alert.closedReason().label().toLowerCase(Locale.ROOT);
            return reason + ", " + when.within(alert.endedAt());
        }
        if (alert.isSnoozed(days.today()) && alert.snoozedUntil() != null) {
            return "until %s%s"
                    .formatted(
                            When.day(alert.snoozedUntil()), alert.earlyEnd() == null ? "" : ", or until it gets worse");
        }
        if (alert.held()) {
            return "raised in quiet hours";
        }
        String quiet = alert.clearSince() == null ? "" : "quiet since " + When.day(alert.clearSince());
        if (alert.runOutcome() != null && alert.runEndedAt() != null) {
            return "Its play ended: %s on %s. %s"
                    .formatted(
                            alert.runOutcome().label(),
                            when.dayOf(alert.runEndedAt()),
                            quiet.isEmpty()
                                    ? CLOSES
                                    : "It has been " + quiet + " and closes by itself when it stays so.");
        }
        if (!quiet.isEmpty()) {
            return quiet;
        }
        return backBecause(alert);
    }

    private static String backBecause(Alert alert) {
        if (alert.status() != AlertStatus.IN_PLAY && alert.worseOn() != null) {
            return "back because it got worse on " + When.day(alert.worseOn());
        }
        if (alert.status() != AlertStatus.IN_PLAY && alert.snoozedUntil() != null) {
            return "back since its snooze ended on " + When.day(alert.snoozedUntil());
        }
        return alert.previous() != null ? "raised once more" : "";
    }
}
