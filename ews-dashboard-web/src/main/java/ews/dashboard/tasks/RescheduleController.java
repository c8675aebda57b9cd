package ews.dashboard.tasks;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.dashboard.view.Figures;
import ews.dashboard.view.Undoable;
import ews.dashboard.view.When;
import ews.plays.task.Move;
import ews.plays.task.Rescheduling;
import ews.plays.task.Task;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves tasks to other days, if wanted with the later ones of their run, and back. */
@Controller
class RescheduleController {

    private final TaskAccess access;
    private final Rescheduling rescheduling;

    RescheduleController(TaskAccess access, Rescheduling rescheduling) {
        this.access = access;
        this.rescheduling = rescheduling;
    }

    /** Which later tasks would move to which days. Without htmx it is a part of the page. */
    @GetMapping("/tasks/{id:\\d+}/later")
    String later(
            @PathVariable long id,
            @RequestParam LocalDate due,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        Task task = access.existing(id);
        if (htmx == null) {
            return "redirect:/tasks/%d?due=%s".formatted(id, due);
        }
        model.addAttribute("later", rescheduling.later(task.id(), due));
        return "tasks/later :: later";
    }

    /** @param moveLater any value if the later tasks of the run are to move along */
    @PostMapping("/tasks/{id:\\d+}/reschedule")
    String reschedule(
            @PathVariable long id,
            @RequestParam LocalDate due,
            @RequestParam(required = false) @Nullable String moveLater,
            Viewer viewer,
            RedirectAttributes once) {
        Task task = access.changeable(id, viewer);
        return new Answer("/tasks/" + id, once).after(() -> {
            List<Move> moves = rescheduling.reschedule(task.id(), due, moveLater != null, viewer.actor());
            once.addFlashAttribute(Undoable.NAME, new MovesBack(moves));
            return "Now due on %s%s."
                    .formatted(
                            When.day(due),
                            moves.size() == 1
                                    ? ""
                                    : ", and %s moved along"
                                            .formatted(Figures.count(moves.size() - 1, "later task", "later tasks")));
        });
    }

    @PostMapping("/tasks/undo")
    String undo(@RequestParam(defaultValue = "") List<String> move, Viewer viewer, RedirectAttributes once) {
        return new Answer("/tasks", once).opening(() -> {
            List<Move> moves = MovesBack.read(move);
            if (moves.isEmpty()) {
                throw new IllegalArgumentException("There is nothing to undo.");
            }
            moves.forEach(it -> access.changeable(it.task().value(), viewer));
            int back = rescheduling.undo(moves, viewer.actor());
            once.addFlashAttribute(
                    back == moves.size() ? "message" : "problem",
                    back == moves.size()
                            ? "Taken back."
                            : "Taken back for %d of %d tasks; the others have changed since."
                                    .formatted(back, moves.size()));
            return "/tasks/" + moves.getFirst().task();
        });
    }
}
