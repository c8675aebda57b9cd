package ews.dashboard.watchlists;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.accounts.AccountNames;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.plays.watchlist.WatchList;
import ews.plays.watchlist.WatchListChanges;
import ews.plays.watchlist.WatchLists;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All watch lists, the page of one that people keep, and what is done with it. */
@Controller
class WatchListController {

    static final String PATH = "/watch-lists";

    private final WatchListPages pages;
    private final WatchLists lists;
    private final WatchListChanges changes;
    private final AccountAccess access;
    private final AccountNames names;

    WatchListController(
            WatchListPages pages,
            WatchLists lists,
            WatchListChanges changes,
            AccountAccess access,
            AccountNames names) {
        this.pages = pages;
        this.lists = lists;
        this.changes = changes;
        this.access = access;
        this.names = names;
    }

    @GetMapping(PATH)
    String all(Viewer viewer, Model model) {
        model.addAttribute("page", pages.all(viewer));
        return "watchlists/lists";
    }

    @PostMapping(PATH)
    String create(@RequestParam(defaultValue = "") String name, Viewer viewer, RedirectAttributes once) {
        return new Answer(PATH, once)
                .opening(() -> pageOf(changes.create(name, viewer.actor()).key()));
    }

    @GetMapping(PATH + "/{key}")
    String one(@PathVariable String key, Viewer viewer, Model model) {
        model.addAttribute("page", pages.one(existing(key), viewer));
        return "watchlists/list";
    }

    @PostMapping(PATH + "/{key}/name")
    String rename(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            Viewer viewer,
            RedirectAttributes once) {
        WatchList list = changeable(key, viewer);
        return new Answer(pageOf(key), once).after(() -> {
            changes.rename(list, name, viewer.actor());
            return "Renamed.";
        });
    }

    @PostMapping(PATH + "/{key}/deletion")
    String delete(@PathVariable String key, Viewer viewer, RedirectAttributes once) {
        WatchList list = changeable(key, viewer);
        return new Answer(pageOf(key), once).opening(() -> {
            changes.delete(list, viewer.actor());
            once.addFlashAttribute("message", "“%s” is deleted.".formatted(list.name()));
            return PATH;
        });
    }

    /** @param account its key or its name */
    @PostMapping(PATH + "/{key}/entries")
    String add(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable LocalDate until,
            Viewer viewer,
            RedirectAttributes once) {
        existing(key);
        return new Answer(pageOf(key), once).after(() -> {
            Account found = access.changeable(names.find(account), viewer);
            lists.add(found.id(), key, reason, until, null, viewer.actor());
            return "%s is on the list.".formatted(found.name());
        });
    }

    @PostMapping(PATH + "/{key}/entries/{account:\\d+}/until")
    String keep(
            @PathVariable String key,
            @PathVariable long account,
            @RequestParam(required = false) @Nullable LocalDate until,
            Viewer viewer,
            RedirectAttributes once) {
        Account changed = access.changeable(new AccountId(account), viewer);
        return new Answer(pageOf(key), once).after(() -> {
            lists.keep(changed.id(), key, until, viewer.actor());
            return "The end date of %s is saved.".formatted(changed.name());
        });
    }

    @PostMapping(PATH + "/{key}/entries/{account:\\d+}/removal")
    String remove(
            @PathVariable String key,
            @PathVariable long account,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes once) {
        Account changed = access.changeable(new AccountId(account), viewer);
        return new Answer(pageOf(key), once).after(() -> {
            lists.remove(changed.id(), key, reason.isBlank() ? "Taken off by hand." : reason, viewer.actor());
            return "%s is off the list.".formatted(changed.name());
        });
    }

    private WatchList existing(String key) {
        return lists.withKey(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private WatchList changeable(String key, Viewer viewer) {
        WatchList list = existing(key);
        if (!WatchListPages.mayChange(list, viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return list;
    }

    private static String pageOf(String key) {
        return PATH + "/" + key;
    }
}
