package ews.dashboard.watchlists;

import ews.dashboard.accounts.SavedViews;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.plays.watchlist.FilterId;
import ews.plays.watchlist.SavedFilter;
import ews.plays.watchlist.SavedFilters;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Members save views of the portfolio; who leads may tidy up those that are shared. */
@Controller
class SavedFilterController {

    private final SavedFilters filters;
    private final SavedViews views;

    SavedFilterController(SavedFilters filters, SavedViews views) {
        this.filters = filters;
        this.views = views;
    }

    @PostMapping("/watch-lists/filters")
    String save(
            @RequestParam String view,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            Viewer viewer,
            RedirectAttributes once) {
        String back = view.matches("/accounts(\\?[^\\s\\\\]*)?") ? view : "/accounts";
        return new Answer(back, once).opening(() -> {
            SavedFilter saved = filters.save(viewer.id(), name, views.query(view, viewer), shared, viewer.actor());
            once.addFlashAttribute("message", "“%s” is saved.".formatted(saved.name()));
            return "/accounts?list=" + saved.key().text();
        });
    }

    @PostMapping("/watch-lists/filters/{id:\\d+}")
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            Viewer viewer,
            RedirectAttributes once) {
        SavedFilter filter = changeable(id, viewer);
        return new Answer(WatchListController.PATH, once).after(() -> {
            filters.change(filter, name, shared, viewer.actor());
            return "“%s” is saved.".formatted(name.strip());
        });
    }

    @PostMapping("/watch-lists/filters/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        SavedFilter filter = changeable(id, viewer);
        return new Answer(WatchListController.PATH, once).after(() -> {
            filters.delete(filter, viewer.actor());
            return "“%s” is deleted.".formatted(filter.name());
        });
    }

    private SavedFilter changeable(long id, Viewer viewer) {
        SavedFilter filter = filters.withId(new FilterId(id), viewer.id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!mayChange(filter, viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return filter;
    }

    static boolean mayChange(SavedFilter filter, Viewer viewer) {
        return filter.owner().equals(viewer.id()) || viewer.mayAssign();
    }
}
