package ews.dashboard.alerts;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.dashboard.view.Figures;
import ews.detection.alert.Alert;
import ews.detection.alert.AlertLists;
import ews.detection.alert.Undo;
import ews.detection.alert.Undoing;
import ews.domain.TransitionRefused;
import ews.domain.account.Accounts;
import ews.domain.alert.AlertId;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.RunLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/**
 * Does the same with several alerts, each a change of its own, so that one that cannot be changed does not hold up the
 * others; and takes it back. Alerts that are not the viewer's are left alone.
 */
@Component
class Triage {

    private final AlertLists lists;
    private final Undoing undoing;
    private final RunLists runLists;
    private final RunEndings endings;
    private final Accounts accounts;
    private final OrganisationDays days;

    Triage(
            AlertLists lists,
            Undoing undoing,
            RunLists runLists,
            RunEndings endings,
            Accounts accounts,
            OrganisationDays days) {
        this.lists = lists;
        this.undoing = undoing;
        this.runLists = runLists;
        this.endings = endings;
        this.accounts = accounts;
        this.days = days;
    }

    /**
     * Changes the viewer's among these alerts, says what was done, and offers to undo it.
     *
     * @param answer leads to the page that says and offers it
     * @param done what was done, as it reads before a colon
     * @param change changes an alert and notes how to undo that
     * @throws TransitionRefused if not one of them could be changed
     */
    String each(List<Long> ids, Viewer viewer, Answer answer, String done, BiConsumer<Alert, UndoForm> change) {
        List<Alert> chosen = chosen(ids);
        List<Alert> changeable =
                chosen.stream().filter(it -> viewer.mayChangeOf(it.csm())).toList();
        var undo = UndoForm.nothing(answer.page());
        var changed = new ArrayList<Alert>();
        var refusals = new ArrayList<String>();
        for (Alert alert : changeable) {
            try {
                change.accept(alert, undo);
                changed.add(alert);
            } catch (TransitionRefused e) {
                refusals.add(Objects.requireNonNullElse(e.getMessage(), "It could not be changed."));
            }
        }
        if (!undo.isEmpty()) {
            answer.once().addFlashAttribute(UndoForm.NAME, undo);
        }
        int others = chosen.size() - changeable.size();
        String left = (others == 0 ? "" : " %s not yours to change.".formatted(Figures.count(others, "is", "are")))
                + left(refusals);
        if (changed.isEmpty()) {
            throw new TransitionRefused("Nothing was changed." + left);
        }
        String what =
                changed.size() == 1 ? changed.getFirst().title() : Figures.count(changed.size(), "alert", "alerts");
        return "%s: %s.%s".formatted(done, what, left);
    }

    private List<Alert> chosen(List<Long> ids) {
        // Spring makes null of an empty value.
        List<AlertId> given = ids.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(InboxController.PAGE_SIZE)
                .map(AlertId::new)
                .toList();
        if (given.isEmpty()) {
            throw new IllegalArgumentException("Select alerts first.");
        }
        return lists.withIds(given);
    }

    private static String left(List<String> refusals) {
        return switch (refusals.size()) {
            case 0 -> "";
            case 1 -> " " + refusals.getFirst();
            default -> " %d were left as they are: %s".formatted(refusals.size(), refusals.getFirst());
        };
    }

    /** @throws TransitionRefused if nothing could be taken back */
    String undo(List<String> alerts, List<Long> runs, Viewer viewer) {
        int undone = 0;
        var refusals = new ArrayList<String>();
        for (String text : alerts.stream().limit(InboxController.PAGE_SIZE).toList()) {
            Undo undo = Undo.of(text);
            undone += tried(() -> undoing.undo(mine(undo, viewer), viewer.actor()), refusals);
        }
        for (long run : runs.stream().limit(InboxController.PAGE_SIZE).toList()) {
            undone += tried(() -> giveUp(new RunId(run), viewer), refusals);
        }
        if (undone == 0) {
            throw new TransitionRefused("Nothing was undone." + left(refusals));
        }
        return (undone == 1 ? "Undone." : "Undone: %d alerts.".formatted(undone)) + left(refusals);
    }

    private static int tried(Runnable change, List<String> refusals) {
        try {
            change.run();
            return 1;
        } catch (TransitionRefused e) {
            refusals.add(Objects.requireNonNullElse(e.getMessage(), "It could not be undone."));
            return 0;
        }
    }

    private Undo mine(Undo undo, Viewer viewer) {
        boolean mine = lists.withId(undo.alert())
                .filter(it -> viewer.mayChangeOf(it.csm()))
                .isPresent();
        if (!mine) {
            throw new TransitionRefused("Alert %s is not yours to change.".formatted(undo.alert()));
        }
        return undo;
    }

    /** A run can be taken back by who started it, as long as nobody has done any of its work. */
    private void giveUp(RunId id, Viewer viewer) {
        Run run = runLists.withId(id)
                .filter(it ->
                        accounts.withId(it.account()).filter(viewer::mayChange).isPresent())
                .orElseThrow(() -> new TransitionRefused("Run %s is not yours to change.".formatted(id)));
        boolean fresh = run.isRunning()
                && run.startedBy().equals(viewer.actor().name())
                && run.openTasks() == run.tasks()
                && run.startedAt().plus(Undoing.WHILE).isAfter(days.now());
        if (!fresh) {
            throw new TransitionRefused(
                    "Work on “%s” of %s has begun, so that it goes on.".formatted(run.playName(), run.accountName()));
        }
        endings.cancel(id, "Started and undone at once.", viewer.actor());
    }
}
