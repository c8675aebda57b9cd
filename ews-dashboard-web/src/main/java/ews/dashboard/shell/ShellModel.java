package ews.dashboard.shell;

import ews.dashboard.security.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its {@code viewer} and its {@code shell}. */
@ControllerAdvice("ews.dashboard")
class ShellModel {

    private final Counting counting;
    private final ObjectProvider<WatchLists> watchLists;

    ShellModel(Counting counting, ObjectProvider<WatchLists> watchLists) {
        this.counting = counting;
        this.watchLists = watchLists;
    }

    @ModelAttribute
    void surround(Model model, @Nullable Viewer viewer, HttpServletRequest request) {
        if (viewer != null) {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            model.addAttribute("viewer", viewer);
            model.addAttribute(
                    "shell",
                    new Shell(
                            path,
                            viewer,
                            () -> counting.of(viewer),
                            () -> watchLists.stream()
                                    .map(lists -> lists.of(viewer))
                                    .flatMap(List::stream)
                                    .toList()));
        }
    }
}
