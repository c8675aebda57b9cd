package ews.dashboard.api;

import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.account.Archive;
import ews.domain.account.Parents;
import ews.domain.audit.Actor;
import ews.sensors.fact.AccountMerging;
import ews.sensors.fact.Renaming;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is set for a single account: its key, its parent, what is merged into it, and whether it is archived. */
@RestController
class AccountSettingsApi {

    private final Accounts accounts;
    private final Renaming renaming;
    private final AccountMerging merging;
    private final Parents parents;
    private final Archive archive;

    AccountSettingsApi(Accounts accounts, Renaming renaming, AccountMerging merging, Parents parents, Archive archive) {
        this.accounts = accounts;
        this.renaming = renaming;
        this.merging = merging;
        this.parents = parents;
        this.archive = archive;
    }

    @PostMapping({"/v1/accounts/{account}/key", "/v1/key"})
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable(required = false) @Nullable String account, HttpServletRequest request, Actor actor)
            throws IOException {
        AccountId id = known(account, request).id();
        String key = Body.of(request, "key").text("key");
        conflicting(() -> renaming.rename(id, key, actor));
    }

    @PutMapping({"/v1/accounts/{account}/parent", "/v1/parent"})
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setParent(@PathVariable(required = false) @Nullable String account, HttpServletRequest request, Actor actor)
            throws IOException {
        AccountId id = known(account, request).id();
        String key = Body.of(request, "parent").text("parent");
        Account parent = accounts.withKey(key)
                .orElseThrow(
                        () -> Problem.badRequest("parent: there is no account with the key \"%s\".".formatted(key)));
        conflicting(() -> parents.set(id, parent.id(), actor));
    }

    /** Nothing happens where it is a part of none. */
    @DeleteMapping({"/v1/accounts/{account}/parent", "/v1/parent"})
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeParent(
            @PathVariable(required = false) @Nullable String account, HttpServletRequest request, Actor actor) {
        parents.set(known(account, request).id(), null, actor);
    }

    /** Nothing happens where it is archived already. */
    @PostMapping({"/v1/accounts/{account}/archive", "/v1/archive"})
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable(required = false) @Nullable String account, HttpServletRequest request, Actor actor) {
        Account it = known(account, request);
        if (!it.isArchived()) {
            conflicting(() -> archive.archive(it.id(), actor));
        }
    }

    /** Nothing happens where it is not archived. */
    @DeleteMapping({"/v1/accounts/{account}/archive", "/v1/archive"})
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bringBack(@PathVariable(required = false) @Nullable String account, HttpServletRequest request, Actor actor) {
        Account it = known(account, request);
        if (it.isArchived()) {
            conflicting(() -> archive.bringBack(it.id(), actor));
        }
    }

    /** The account {@code from} goes; its key leads to this one afterwards. */
    @PostMapping({"/v1/accounts/{account}/merge", "/v1/merge"})
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void merge(@PathVariable(required = false) @Nullable String account, HttpServletRequest request, Actor actor)
            throws IOException {
        AccountId id = known(account, request).id();
        String key = Body.of(request, "from").text("from");
        Account from = accounts.withKey(key)
                .orElseThrow(() -> Problem.badRequest("from: there is no account with the key \"%s\".".formatted(key)));
        conflicting(() -> merging.merge(id, from.id(), actor));
    }

    private static void conflicting(Runnable command) {
        Problem.telling(
                () -> {
                    command.run();
                    return true;
                },
                Problem::conflict);
    }

    private Account known(@Nullable String inPath, HttpServletRequest request) {
        var parameters = inPath == null ? new Parameters(request, "account") : new Parameters(request);
        String key = parameters.accountKey(inPath);
        return accounts.withKey(key).orElseThrow(() -> Problem.noAccount(key));
    }
}
