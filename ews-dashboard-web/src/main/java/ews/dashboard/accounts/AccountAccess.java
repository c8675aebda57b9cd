package ews.dashboard.accounts;

import ews.dashboard.security.Viewer;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds the account that a request is about, and makes sure that the viewer may do what the request asks for. */
@Component
public class AccountAccess {

    private final Accounts accounts;

    AccountAccess(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws ResponseStatusException 404 if there is no such account */
    public Account readable(AccountId id) {
        return accounts.withId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @throws ResponseStatusException 404 if there is no such account, 403 if it is not the viewer's to change */
    public Account changeable(AccountId id, Viewer viewer) {
        Account account = readable(id);
        if (!viewer.mayChange(account)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return account;
    }
}
