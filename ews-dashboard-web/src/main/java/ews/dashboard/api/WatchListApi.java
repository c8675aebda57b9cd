package ews.dashboard.api;

import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.plays.watchlist.WatchList;
import ews.plays.watchlist.WatchLists;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The watch lists that people and plays keep. Those that fill themselves are views of the accounts, and not here. */
@RestController
class WatchListApi {

    private final WatchLists lists;
    private final EntryList entries;
    private final Accounts accounts;

    WatchListApi(WatchLists lists, EntryList entries, Accounts accounts) {
        this.lists = lists;
        this.entries = entries;
        this.accounts = accounts;
    }

    /**
     * One list.
     *
     * @param accounts how many are on it now
     * @param ended how many were on it until a day that is over
     */
    record Item(String key, String name, int accounts, int ended) {

        static Item of(WatchList list) {
            return new Item(list.key(), list.name(), list.accounts(), list.ended());
        }
    }

    @GetMapping("/v1/watch-lists")
    Page<Item> lists(HttpServletRequest request) {
        new Parameters(request);
        return new Page<>(lists.all().stream().map(Item::of).toList(), null);
    }

    @GetMapping("/v1/watch-lists/{list}/entries")
    Page<EntryList.Item> entries(@PathVariable String list, HttpServletRequest request) {
        var parameters = new Parameters(request, "state", "cursor", "limit");
        String state = parameters.oneOf("state", EntryList.STATES).orElse(EntryList.CURRENT);
        return entries.page(existing(list).key(), state, parameters.cursor(1).orElse(null), parameters.limit());
    }

    /** Nothing changes for an account that is on the list already. */
    @PostMapping("/v1/watch-lists/{list}/entries")
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable String list, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        String key = existing(list).key();
        Body body = Body.of(request, "account", "reason", "until");
        Account account = known(body.text("account"));
        String reason = body.text("reason");
        @Nullable LocalDate until = body.day("until").orElse(null);
        Problem.telling(() -> {
            lists.add(account.id(), key, reason, until, null, actor);
            return true;
        });
    }

    /** Nothing changes for an account that is not on the list. */
    @DeleteMapping("/v1/watch-lists/{list}/entries")
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String list, HttpServletRequest request, Actor actor) {
        var parameters = new Parameters(request, "account", "reason");
        String key = existing(list).key();
        Account account = known(parameters.accountKey(null));
        String reason = parameters
                .text("reason")
                .orElseThrow(() -> Problem.badRequest("reason: is missing; say why the account is taken off."));
        Problem.telling(() -> {
            lists.remove(account.id(), key, reason, actor);
            return true;
        });
    }

    private Account known(String key) {
        return accounts.withKey(key).orElseThrow(() -> Problem.noAccount(key));
    }

    private WatchList existing(String key) {
        return lists.withKey(key)
                .orElseThrow(() -> Problem.notFound("There is no watch list with the key \"%s\".".formatted(key)));
    }
}
